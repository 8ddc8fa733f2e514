-- People, pay and insurance: new tables only; what was there stays as it is.

CREATE TABLE insurance_policy (
  id INTEGER NOT NULL,
  city TEXT NOT NULL,
  fund TEXT NOT NULL,
  from_month TEXT NOT NULL,
  to_month TEXT,
  cut_off_day INTEGER NOT NULL,
  minimum_wage INTEGER NOT NULL,
  confirmed INTEGER NOT NULL,
  source TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_insurance_policy PRIMARY KEY (id),
  CONSTRAINT ck_insurance_policy_fund_known CHECK (fund IN ('social', 'housing')),
  CONSTRAINT ck_insurance_policy_from_month_is_a_day CHECK (from_month IS date(from_month, '+0 days')),
  CONSTRAINT ck_insurance_policy_to_month_is_a_day CHECK (to_month IS date(to_month, '+0 days')),
  CONSTRAINT ck_insurance_policy_months_in_order CHECK (to_month IS NULL OR from_month <= to_month),
  CONSTRAINT ck_insurance_policy_cut_off_day_range CHECK (cut_off_day BETWEEN 0 AND 31),
  CONSTRAINT uq_insurance_policy_city_fund_from_month UNIQUE (city, fund, from_month)
)
 STRICT;

CREATE TABLE pay_component (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  effect TEXT NOT NULL,
  formula TEXT NOT NULL,
  position INTEGER NOT NULL,
  taxable INTEGER NOT NULL,
  in_base INTEGER NOT NULL,
  active INTEGER NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_pay_component PRIMARY KEY (id),
  CONSTRAINT ck_pay_component_kind_known CHECK (kind IN ('fixed', 'attendance', 'overtime', 'formula', 'one_off')),
  CONSTRAINT ck_pay_component_effect_known CHECK (effect IN ('earning', 'deduction', 'withholding')),
  CONSTRAINT uq_pay_component_code UNIQUE (code),
  CONSTRAINT uq_pay_component_name UNIQUE (name)
)
 STRICT;

CREATE TABLE recruiting_event (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  place TEXT NOT NULL,
  held_on TEXT NOT NULL,
  cost INTEGER NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_recruiting_event PRIMARY KEY (id),
  CONSTRAINT ck_recruiting_event_held_on_is_a_day CHECK (held_on IS date(held_on, '+0 days'))
)
 STRICT;

CREATE TABLE remittance (
  id INTEGER NOT NULL,
  fund TEXT NOT NULL,
  city TEXT NOT NULL,
  month TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  people INTEGER NOT NULL,
  base_total INTEGER NOT NULL,
  employer INTEGER NOT NULL,
  employee INTEGER NOT NULL,
  total INTEGER NOT NULL,
  paid_on TEXT,
  bill_name TEXT NOT NULL,
  bill_result TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_remittance PRIMARY KEY (id),
  CONSTRAINT ck_remittance_fund_known CHECK (fund IN ('social', 'housing')),
  CONSTRAINT ck_remittance_kind_known CHECK (kind IN ('monthly', 'back_payment')),
  CONSTRAINT ck_remittance_state_known CHECK (state IN ('draft', 'frozen', 'paid')),
  CONSTRAINT ck_remittance_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT ck_remittance_paid_on_is_a_day CHECK (paid_on IS date(paid_on, '+0 days'))
)
 STRICT;

CREATE UNIQUE INDEX uq_remittance_month_once ON remittance (fund, city, month) WHERE kind = 'monthly';

CREATE TABLE insurance_policy_item (
  id INTEGER NOT NULL,
  policy_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  item TEXT NOT NULL,
  floor INTEGER NOT NULL,
  ceiling INTEGER NOT NULL,
  employer_rate INTEGER NOT NULL,
  employee_rate INTEGER NOT NULL,
  employer_fixed INTEGER NOT NULL,
  employee_fixed INTEGER NOT NULL,
  rounding TEXT NOT NULL,
  CONSTRAINT pk_insurance_policy_item PRIMARY KEY (id),
  CONSTRAINT ck_insurance_policy_item_item_known CHECK (item IN ('pension', 'medical', 'large_medical', 'unemployment', 'injury', 'maternity', 'housing_fund')),
  CONSTRAINT ck_insurance_policy_item_rounding_known CHECK (rounding IN ('half_up_fen', 'ceil_jiao', 'half_up_yuan', 'ceil_yuan')),
  CONSTRAINT ck_insurance_policy_item_bounds_in_order CHECK (floor <= ceiling),
  CONSTRAINT uq_insurance_policy_item_policy_id_item UNIQUE (policy_id, item),
  CONSTRAINT fk_insurance_policy_item_policy_id_insurance_policy FOREIGN KEY(policy_id) REFERENCES insurance_policy (id)
)
 STRICT;

CREATE TABLE attendance_month (
  id INTEGER NOT NULL,
  month TEXT NOT NULL,
  employee_id INTEGER NOT NULL,
  due INTEGER NOT NULL,
  worked INTEGER NOT NULL,
  absent INTEGER NOT NULL,
  leave TEXT NOT NULL,
  late_times INTEGER NOT NULL,
  overtime_weekday INTEGER NOT NULL,
  overtime_rest INTEGER NOT NULL,
  overtime_holiday INTEGER NOT NULL,
  source TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_attendance_month PRIMARY KEY (id),
  CONSTRAINT ck_attendance_month_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT ck_attendance_month_not_negative CHECK (due >= 0 AND worked >= 0),
  CONSTRAINT uq_attendance_month_month_employee_id UNIQUE (month, employee_id),
  CONSTRAINT fk_attendance_month_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE bank_card (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  number TEXT NOT NULL,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bank_card PRIMARY KEY (id),
  CONSTRAINT ck_bank_card_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT uq_bank_card_employee_id_from_on UNIQUE (employee_id, from_on),
  CONSTRAINT fk_bank_card_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE dependant (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  relation TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  born_on TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_dependant PRIMARY KEY (id),
  CONSTRAINT ck_dependant_born_on_is_a_day CHECK (born_on IS date(born_on, '+0 days')),
  CONSTRAINT fk_dependant_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE INDEX ix_dependant_employee_id ON dependant (employee_id);

CREATE TABLE health_check (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  checked_on TEXT NOT NULL,
  place TEXT NOT NULL,
  result TEXT NOT NULL,
  next_due TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_health_check PRIMARY KEY (id),
  CONSTRAINT ck_health_check_checked_on_is_a_day CHECK (checked_on IS date(checked_on, '+0 days')),
  CONSTRAINT ck_health_check_next_due_is_a_day CHECK (next_due IS date(next_due, '+0 days')),
  CONSTRAINT fk_health_check_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE INDEX ix_health_check_employee_id ON health_check (employee_id);

CREATE TABLE labour_contract (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  employee_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  act TEXT NOT NULL,
  previous_id INTEGER,
  signed_on TEXT,
  from_on TEXT NOT NULL,
  to_on TEXT,
  probation_until TEXT,
  notice_on TEXT,
  ended_on TEXT,
  end_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_labour_contract PRIMARY KEY (id),
  CONSTRAINT ck_labour_contract_kind_known CHECK (kind IN ('fixed_term', 'open_ended', 'task', 'part_time', 'intern', 'labour', 'nda', 'non_compete')),
  CONSTRAINT ck_labour_contract_act_known CHECK (act IN ('new', 'renewed', 'changed')),
  CONSTRAINT ck_labour_contract_signed_on_is_a_day CHECK (signed_on IS date(signed_on, '+0 days')),
  CONSTRAINT ck_labour_contract_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT ck_labour_contract_to_on_is_a_day CHECK (to_on IS date(to_on, '+0 days')),
  CONSTRAINT ck_labour_contract_probation_until_is_a_day CHECK (probation_until IS date(probation_until, '+0 days')),
  CONSTRAINT ck_labour_contract_notice_on_is_a_day CHECK (notice_on IS date(notice_on, '+0 days')),
  CONSTRAINT ck_labour_contract_ended_on_is_a_day CHECK (ended_on IS date(ended_on, '+0 days')),
  CONSTRAINT ck_labour_contract_days_in_order CHECK (to_on IS NULL OR from_on <= to_on),
  CONSTRAINT uq_labour_contract_number UNIQUE (number),
  CONSTRAINT fk_labour_contract_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_labour_contract_previous_id_labour_contract FOREIGN KEY(previous_id) REFERENCES labour_contract (id)
)
 STRICT;

CREATE INDEX ix_labour_contract_employee_id_from_on ON labour_contract (employee_id, from_on);

CREATE INDEX ix_labour_contract_to_on ON labour_contract (to_on);

CREATE TABLE personal_file (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  identity_kind TEXT NOT NULL,
  identity_number TEXT,
  sex TEXT,
  born_on TEXT,
  nationality TEXT NOT NULL,
  household_kind TEXT,
  personal_status TEXT,
  household_address TEXT NOT NULL,
  home_address TEXT NOT NULL,
  email TEXT NOT NULL,
  emergency_name TEXT NOT NULL,
  emergency_phone TEXT NOT NULL,
  employment_kind TEXT NOT NULL,
  started_work_on TEXT,
  probation_until TEXT,
  confirmed_on TEXT,
  education TEXT,
  school TEXT NOT NULL,
  major TEXT NOT NULL,
  graduated_on TEXT,
  file_place TEXT NOT NULL,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_personal_file PRIMARY KEY (id),
  CONSTRAINT ck_personal_file_identity_kind_known CHECK (identity_kind IN ('id_card', 'passport', 'hong_kong_macau', 'taiwan', 'permanent_resident', 'other')),
  CONSTRAINT ck_personal_file_sex_known CHECK (sex IN ('male', 'female')),
  CONSTRAINT ck_personal_file_employment_kind_known CHECK (employment_kind IN ('full_time', 'part_time', 'dispatched', 'intern', 'retired', 'labour')),
  CONSTRAINT ck_personal_file_household_kind_known CHECK (household_kind IN ('urban', 'rural')),
  CONSTRAINT ck_personal_file_personal_status_known CHECK (personal_status IN ('cadre', 'worker')),
  CONSTRAINT ck_personal_file_education_known CHECK (education IN ('secondary', 'high_school', 'college', 'bachelor', 'master', 'doctor')),
  CONSTRAINT ck_personal_file_born_on_is_a_day CHECK (born_on IS date(born_on, '+0 days')),
  CONSTRAINT ck_personal_file_started_work_on_is_a_day CHECK (started_work_on IS date(started_work_on, '+0 days')),
  CONSTRAINT ck_personal_file_probation_until_is_a_day CHECK (probation_until IS date(probation_until, '+0 days')),
  CONSTRAINT ck_personal_file_confirmed_on_is_a_day CHECK (confirmed_on IS date(confirmed_on, '+0 days')),
  CONSTRAINT ck_personal_file_graduated_on_is_a_day CHECK (graduated_on IS date(graduated_on, '+0 days')),
  CONSTRAINT uq_personal_file_employee_id UNIQUE (employee_id),
  CONSTRAINT uq_personal_file_identity_kind_identity_number UNIQUE (identity_kind, identity_number),
  CONSTRAINT fk_personal_file_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE remittance_line (
  id INTEGER NOT NULL,
  remittance_id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  department_name TEXT NOT NULL,
  month TEXT NOT NULL,
  item TEXT NOT NULL,
  declared INTEGER NOT NULL,
  base INTEGER NOT NULL,
  employer_rate TEXT NOT NULL,
  employee_rate TEXT NOT NULL,
  employer INTEGER NOT NULL,
  employee INTEGER NOT NULL,
  CONSTRAINT pk_remittance_line PRIMARY KEY (id),
  CONSTRAINT ck_remittance_line_item_known CHECK (item IN ('pension', 'medical', 'large_medical', 'unemployment', 'injury', 'maternity', 'housing_fund')),
  CONSTRAINT ck_remittance_line_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT uq_remittance_line_remittance_id_employee_id_month_item UNIQUE (remittance_id, employee_id, month, item),
  CONSTRAINT fk_remittance_line_remittance_id_remittance FOREIGN KEY(remittance_id) REFERENCES remittance (id),
  CONSTRAINT fk_remittance_line_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE INDEX ix_remittance_line_employee_id ON remittance_line (employee_id);

CREATE TABLE tax_year (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  year INTEGER NOT NULL,
  first_wage INTEGER NOT NULL,
  prior_income INTEGER,
  prior_twelve_months INTEGER NOT NULL,
  deduct_basic INTEGER NOT NULL,
  opened_through TEXT,
  opening_income INTEGER NOT NULL,
  opening_exempt INTEGER NOT NULL,
  opening_basic INTEGER NOT NULL,
  opening_special INTEGER NOT NULL,
  opening_additional INTEGER NOT NULL,
  opening_other INTEGER NOT NULL,
  opening_withheld INTEGER NOT NULL,
  opening_bonus INTEGER NOT NULL,
  opening_items TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_tax_year PRIMARY KEY (id),
  CONSTRAINT ck_tax_year_opened_through_is_a_day CHECK (opened_through IS date(opened_through, '+0 days')),
  CONSTRAINT ck_tax_year_year_range CHECK (year BETWEEN 2019 AND 2100),
  CONSTRAINT uq_tax_year_employee_id_year UNIQUE (employee_id, year),
  CONSTRAINT fk_tax_year_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE base_season (
  id INTEGER NOT NULL,
  fund TEXT NOT NULL,
  city TEXT NOT NULL,
  average_of INTEGER NOT NULL,
  from_month TEXT NOT NULL,
  applied_from TEXT NOT NULL,
  state TEXT NOT NULL,
  people INTEGER NOT NULL,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_base_season PRIMARY KEY (id),
  CONSTRAINT ck_base_season_fund_known CHECK (fund IN ('social', 'housing')),
  CONSTRAINT ck_base_season_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_base_season_from_month_is_a_day CHECK (from_month IS date(from_month, '+0 days')),
  CONSTRAINT ck_base_season_applied_from_is_a_day CHECK (applied_from IS date(applied_from, '+0 days')),
  CONSTRAINT uq_base_season_fund_city_from_month UNIQUE (fund, city, from_month),
  CONSTRAINT fk_base_season_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE TABLE insurance_change (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  fund TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  stage TEXT,
  employee_id INTEGER NOT NULL,
  employee_name TEXT NOT NULL,
  department_id INTEGER NOT NULL,
  department_name TEXT NOT NULL,
  city TEXT NOT NULL,
  month TEXT NOT NULL,
  to_month TEXT,
  old_base INTEGER,
  base INTEGER,
  amount INTEGER,
  reason TEXT NOT NULL,
  other_place TEXT NOT NULL,
  deadline TEXT NOT NULL,
  lodged_on TEXT,
  receipt_number TEXT NOT NULL,
  confirmed_on TEXT,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_insurance_change PRIMARY KEY (id),
  CONSTRAINT ck_insurance_change_fund_known CHECK (fund IN ('social', 'housing')),
  CONSTRAINT ck_insurance_change_kind_known CHECK (kind IN ('join', 'stop', 'resume', 'transfer', 'base', 'back_payment')),
  CONSTRAINT ck_insurance_change_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_insurance_change_stage_known CHECK (stage IN ('to_lodge', 'lodged', 'confirmed', 'refused')),
  CONSTRAINT ck_insurance_change_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT ck_insurance_change_to_month_is_a_day CHECK (to_month IS date(to_month, '+0 days')),
  CONSTRAINT ck_insurance_change_deadline_is_a_day CHECK (deadline IS date(deadline, '+0 days')),
  CONSTRAINT ck_insurance_change_lodged_on_is_a_day CHECK (lodged_on IS date(lodged_on, '+0 days')),
  CONSTRAINT ck_insurance_change_confirmed_on_is_a_day CHECK (confirmed_on IS date(confirmed_on, '+0 days')),
  CONSTRAINT uq_insurance_change_number UNIQUE (number),
  CONSTRAINT fk_insurance_change_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_insurance_change_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_insurance_change_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_insurance_change_employee_id ON insurance_change (employee_id);

CREATE INDEX ix_insurance_change_month ON insurance_change (month);

CREATE INDEX ix_insurance_change_state_deadline ON insurance_change (state, deadline);

CREATE TABLE payroll_run (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  month TEXT NOT NULL,
  wage_month TEXT,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  bonus_tax TEXT,
  due_on TEXT NOT NULL,
  pay_on TEXT NOT NULL,
  paid_on TEXT,
  people INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  insurance INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  net INTEGER NOT NULL,
  employer_cost INTEGER NOT NULL,
  components TEXT NOT NULL,
  account_id INTEGER,
  format_id INTEGER,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_payroll_run PRIMARY KEY (id),
  CONSTRAINT ck_payroll_run_kind_known CHECK (kind IN ('regular', 'bonus', 'supplement')),
  CONSTRAINT ck_payroll_run_state_known CHECK (state IN ('draft', 'checked', 'submitted', 'approved', 'paid', 'locked')),
  CONSTRAINT ck_payroll_run_bonus_tax_known CHECK (bonus_tax IN ('separate', 'merged')),
  CONSTRAINT ck_payroll_run_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT ck_payroll_run_wage_month_is_a_day CHECK (wage_month IS date(wage_month, '+0 days')),
  CONSTRAINT ck_payroll_run_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_payroll_run_pay_on_is_a_day CHECK (pay_on IS date(pay_on, '+0 days')),
  CONSTRAINT ck_payroll_run_paid_on_is_a_day CHECK (paid_on IS date(paid_on, '+0 days')),
  CONSTRAINT uq_payroll_run_number UNIQUE (number),
  CONSTRAINT fk_payroll_run_account_id_bank_account FOREIGN KEY(account_id) REFERENCES bank_account (id),
  CONSTRAINT fk_payroll_run_format_id_bank_format FOREIGN KEY(format_id) REFERENCES bank_format (id),
  CONSTRAINT fk_payroll_run_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_payroll_run_month ON payroll_run (month);

CREATE INDEX ix_payroll_run_pay_on ON payroll_run (pay_on);

CREATE UNIQUE INDEX uq_payroll_run_regular_once ON payroll_run (month) WHERE kind = 'regular';

CREATE TABLE personnel_paper (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  employee_id INTEGER,
  employee_name TEXT NOT NULL,
  department_id INTEGER NOT NULL,
  department_name TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  applied_on TEXT,
  reason TEXT NOT NULL,
  body TEXT NOT NULL,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_personnel_paper PRIMARY KEY (id),
  CONSTRAINT ck_personnel_paper_kind_known CHECK (kind IN ('join', 'confirm', 'transfer', 'pay_change', 'leave')),
  CONSTRAINT ck_personnel_paper_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_personnel_paper_effective_on_is_a_day CHECK (effective_on IS date(effective_on, '+0 days')),
  CONSTRAINT ck_personnel_paper_applied_on_is_a_day CHECK (applied_on IS date(applied_on, '+0 days')),
  CONSTRAINT uq_personnel_paper_number UNIQUE (number),
  CONSTRAINT fk_personnel_paper_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_personnel_paper_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_personnel_paper_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_personnel_paper_employee_id ON personnel_paper (employee_id);

CREATE INDEX ix_personnel_paper_state_id ON personnel_paper (state, id);

CREATE TABLE special_deduction (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  item TEXT NOT NULL,
  amount INTEGER NOT NULL,
  from_month TEXT NOT NULL,
  to_month TEXT,
  dependant_id INTEGER,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_special_deduction PRIMARY KEY (id),
  CONSTRAINT ck_special_deduction_item_known CHECK (item IN ('infant_care', 'child_education', 'elderly_care', 'continuing_education', 'housing_loan', 'housing_rent', 'private_pension', 'enterprise_annuity', 'health_insurance')),
  CONSTRAINT ck_special_deduction_from_month_is_a_day CHECK (from_month IS date(from_month, '+0 days')),
  CONSTRAINT ck_special_deduction_to_month_is_a_day CHECK (to_month IS date(to_month, '+0 days')),
  CONSTRAINT ck_special_deduction_amount_not_negative CHECK (amount >= 0),
  CONSTRAINT ck_special_deduction_months_in_order CHECK (to_month IS NULL OR from_month <= to_month),
  CONSTRAINT fk_special_deduction_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_special_deduction_dependant_id_dependant FOREIGN KEY(dependant_id) REFERENCES dependant (id)
)
 STRICT;

CREATE INDEX ix_special_deduction_employee_id_from_month ON special_deduction (employee_id, from_month);

CREATE TABLE base_season_line (
  id INTEGER NOT NULL,
  season_id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  months INTEGER NOT NULL,
  average INTEGER,
  old_base INTEGER,
  declared INTEGER NOT NULL,
  new_base INTEGER NOT NULL,
  employer_difference INTEGER NOT NULL,
  employee_difference INTEGER NOT NULL,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_base_season_line PRIMARY KEY (id),
  CONSTRAINT uq_base_season_line_season_id_employee_id UNIQUE (season_id, employee_id),
  CONSTRAINT fk_base_season_line_season_id_base_season FOREIGN KEY(season_id) REFERENCES base_season (id),
  CONSTRAINT fk_base_season_line_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE candidate (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  post TEXT NOT NULL,
  department_id INTEGER,
  source TEXT NOT NULL,
  event_id INTEGER,
  stage TEXT NOT NULL,
  applied_on TEXT NOT NULL,
  screened_on TEXT,
  interviewed_on TEXT,
  offered_on TEXT,
  closed_on TEXT,
  paper_id INTEGER,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_candidate PRIMARY KEY (id),
  CONSTRAINT ck_candidate_stage_known CHECK (stage IN ('applied', 'screened', 'interview', 'offer', 'hired', 'rejected', 'declined')),
  CONSTRAINT ck_candidate_applied_on_is_a_day CHECK (applied_on IS date(applied_on, '+0 days')),
  CONSTRAINT ck_candidate_screened_on_is_a_day CHECK (screened_on IS date(screened_on, '+0 days')),
  CONSTRAINT ck_candidate_interviewed_on_is_a_day CHECK (interviewed_on IS date(interviewed_on, '+0 days')),
  CONSTRAINT ck_candidate_offered_on_is_a_day CHECK (offered_on IS date(offered_on, '+0 days')),
  CONSTRAINT ck_candidate_closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')),
  CONSTRAINT fk_candidate_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_candidate_event_id_recruiting_event FOREIGN KEY(event_id) REFERENCES recruiting_event (id),
  CONSTRAINT fk_candidate_paper_id_personnel_paper FOREIGN KEY(paper_id) REFERENCES personnel_paper (id)
)
 STRICT;

CREATE INDEX ix_candidate_stage_applied_on ON candidate (stage, applied_on);

CREATE TABLE leaving_item (
  id INTEGER NOT NULL,
  paper_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  done_on TEXT,
  done_by_name TEXT NOT NULL,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_leaving_item PRIMARY KEY (id),
  CONSTRAINT ck_leaving_item_done_on_is_a_day CHECK (done_on IS date(done_on, '+0 days')),
  CONSTRAINT uq_leaving_item_paper_id_code UNIQUE (paper_id, code),
  CONSTRAINT fk_leaving_item_paper_id_personnel_paper FOREIGN KEY(paper_id) REFERENCES personnel_paper (id)
)
 STRICT;

CREATE TABLE pay_adjustment (
  id INTEGER NOT NULL,
  month TEXT NOT NULL,
  employee_id INTEGER NOT NULL,
  component_id INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  cause TEXT NOT NULL,
  of_month TEXT,
  claim_id INTEGER,
  run_id INTEGER,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_pay_adjustment PRIMARY KEY (id),
  CONSTRAINT ck_pay_adjustment_cause_known CHECK (cause IN ('typed', 'imported', 'repayment', 'insurance', 'correction', 'arrears')),
  CONSTRAINT ck_pay_adjustment_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT ck_pay_adjustment_of_month_is_a_day CHECK (of_month IS date(of_month, '+0 days')),
  CONSTRAINT fk_pay_adjustment_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_pay_adjustment_component_id_pay_component FOREIGN KEY(component_id) REFERENCES pay_component (id),
  CONSTRAINT fk_pay_adjustment_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id),
  CONSTRAINT fk_pay_adjustment_run_id_payroll_run FOREIGN KEY(run_id) REFERENCES payroll_run (id)
)
 STRICT;

CREATE INDEX ix_pay_adjustment_month_employee_id ON pay_adjustment (month, employee_id);

CREATE INDEX ix_pay_adjustment_run_id ON pay_adjustment (run_id);

CREATE TABLE pay_rate (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  component_id INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  paper_id INTEGER,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_pay_rate PRIMARY KEY (id),
  CONSTRAINT ck_pay_rate_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT uq_pay_rate_employee_id_component_id_from_on UNIQUE (employee_id, component_id, from_on),
  CONSTRAINT fk_pay_rate_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_pay_rate_component_id_pay_component FOREIGN KEY(component_id) REFERENCES pay_component (id),
  CONSTRAINT fk_pay_rate_paper_id_personnel_paper FOREIGN KEY(paper_id) REFERENCES personnel_paper (id)
)
 STRICT;

CREATE TABLE payroll_line (
  id INTEGER NOT NULL,
  run_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  department_id INTEGER NOT NULL,
  department_name TEXT NOT NULL,
  post TEXT NOT NULL,
  employment_kind TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  due_days INTEGER NOT NULL,
  worked_days INTEGER NOT NULL,
  amounts TEXT NOT NULL,
  insured TEXT NOT NULL,
  deducted TEXT NOT NULL,
  gross INTEGER NOT NULL,
  exempt INTEGER NOT NULL,
  social INTEGER NOT NULL,
  housing INTEGER NOT NULL,
  additional INTEGER NOT NULL,
  other INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  withheld INTEGER NOT NULL,
  net INTEGER NOT NULL,
  employer_insurance INTEGER NOT NULL,
  employer_cost INTEGER NOT NULL,
  base_wage INTEGER NOT NULL,
  separate_bonus INTEGER NOT NULL,
  separate_tax INTEGER NOT NULL,
  tax_year INTEGER NOT NULL,
  tax_month INTEGER NOT NULL,
  cum_income INTEGER NOT NULL,
  cum_exempt INTEGER NOT NULL,
  cum_basic INTEGER NOT NULL,
  cum_special INTEGER NOT NULL,
  cum_additional INTEGER NOT NULL,
  cum_other INTEGER NOT NULL,
  cum_withheld INTEGER NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_payroll_line PRIMARY KEY (id),
  CONSTRAINT ck_payroll_line_employment_kind_known CHECK (employment_kind IN ('full_time', 'part_time', 'dispatched', 'intern', 'retired', 'labour')),
  CONSTRAINT uq_payroll_line_run_id_employee_id UNIQUE (run_id, employee_id),
  CONSTRAINT fk_payroll_line_run_id_payroll_run FOREIGN KEY(run_id) REFERENCES payroll_run (id),
  CONSTRAINT fk_payroll_line_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_payroll_line_department_id_department FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT;

CREATE INDEX ix_payroll_line_employee_id ON payroll_line (employee_id);

CREATE INDEX ix_payroll_line_no_wage ON payroll_line (tax_year, employee_id) WHERE employment_kind IN ('intern', 'labour');

CREATE INDEX ix_payroll_line_tax_year_employee_id ON payroll_line (tax_year, employee_id);

CREATE TABLE post_entry (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  department_id INTEGER NOT NULL,
  post TEXT NOT NULL,
  grade INTEGER NOT NULL,
  reason TEXT NOT NULL,
  paper_id INTEGER,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_post_entry PRIMARY KEY (id),
  CONSTRAINT ck_post_entry_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT fk_post_entry_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_post_entry_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_post_entry_paper_id_personnel_paper FOREIGN KEY(paper_id) REFERENCES personnel_paper (id)
)
 STRICT;

CREATE INDEX ix_post_entry_employee_id_from_on ON post_entry (employee_id, from_on);

CREATE TABLE interview (
  id INTEGER NOT NULL,
  candidate_id INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  interviewer TEXT NOT NULL,
  passed INTEGER,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_interview PRIMARY KEY (id),
  CONSTRAINT ck_interview_held_on_is_a_day CHECK (held_on IS date(held_on, '+0 days')),
  CONSTRAINT fk_interview_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id)
)
 STRICT;

CREATE INDEX ix_interview_candidate_id ON interview (candidate_id);

CREATE TABLE enrolment (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  fund TEXT NOT NULL,
  city TEXT NOT NULL,
  account_number TEXT NOT NULL,
  from_month TEXT NOT NULL,
  to_month TEXT,
  change_id INTEGER,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_enrolment PRIMARY KEY (id),
  CONSTRAINT ck_enrolment_fund_known CHECK (fund IN ('social', 'housing')),
  CONSTRAINT ck_enrolment_from_month_is_a_day CHECK (from_month IS date(from_month, '+0 days')),
  CONSTRAINT ck_enrolment_to_month_is_a_day CHECK (to_month IS date(to_month, '+0 days')),
  CONSTRAINT ck_enrolment_months_in_order CHECK (to_month IS NULL OR from_month <= to_month),
  CONSTRAINT uq_enrolment_employee_id_fund_from_month UNIQUE (employee_id, fund, from_month),
  CONSTRAINT fk_enrolment_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_enrolment_change_id_insurance_change FOREIGN KEY(change_id) REFERENCES insurance_change (id)
)
 STRICT;

CREATE UNIQUE INDEX uq_enrolment_open_once ON enrolment (employee_id, fund) WHERE to_month IS NULL;

CREATE TABLE insurance_base (
  id INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  fund TEXT NOT NULL,
  from_month TEXT NOT NULL,
  base INTEGER NOT NULL,
  reason TEXT NOT NULL,
  change_id INTEGER,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_insurance_base PRIMARY KEY (id),
  CONSTRAINT ck_insurance_base_fund_known CHECK (fund IN ('social', 'housing')),
  CONSTRAINT ck_insurance_base_reason_known CHECK (reason IN ('joined', 'season', 'adjusted')),
  CONSTRAINT ck_insurance_base_from_month_is_a_day CHECK (from_month IS date(from_month, '+0 days')),
  CONSTRAINT ck_insurance_base_base_not_negative CHECK (base >= 0),
  CONSTRAINT uq_insurance_base_employee_id_fund_from_month UNIQUE (employee_id, fund, from_month),
  CONSTRAINT fk_insurance_base_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_insurance_base_change_id_insurance_change FOREIGN KEY(change_id) REFERENCES insurance_change (id)
)
 STRICT;

CREATE VIRTUAL TABLE labour_contract_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE personnel_paper_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE recruiting_event_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE candidate_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE pay_component_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE payroll_run_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE insurance_policy_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE insurance_change_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE remittance_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE base_season_search USING fts5(body, content='', contentless_delete=1);
