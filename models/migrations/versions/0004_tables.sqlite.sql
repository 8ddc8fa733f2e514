-- Assets, bids, certificates: new tables only; what was there stays as it is.

CREATE TABLE asset_class (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id INTEGER,
  months INTEGER NOT NULL,
  residual_rate INTEGER NOT NULL,
  method TEXT NOT NULL,
  tax_class TEXT NOT NULL,
  unit TEXT NOT NULL,
  account_code TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_class PRIMARY KEY (id),
  CONSTRAINT ck_asset_class_method_known CHECK (method IN ('straight_line', 'double_declining', 'sum_of_years', 'units')),
  CONSTRAINT ck_asset_class_tax_class_known CHECK (tax_class IN ('building', 'production', 'furniture', 'vehicle', 'electronics', 'intangible', 'deferred')),
  CONSTRAINT ck_asset_class_life_positive CHECK (months > 0),
  CONSTRAINT ck_asset_class_residual_rate_range CHECK (residual_rate BETWEEN 0 AND 100000000),
  CONSTRAINT ck_asset_class_not_its_own_parent CHECK (parent_id IS NULL OR parent_id <> id),
  CONSTRAINT uq_asset_class_code UNIQUE (code),
  CONSTRAINT uq_asset_class_name UNIQUE (name),
  CONSTRAINT fk_asset_class_parent_id_asset_class FOREIGN KEY(parent_id) REFERENCES asset_class (id)
)
 STRICT;

CREATE TABLE bid_digest (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  leads INTEGER NOT NULL,
  fresh INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  department_id INTEGER,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid_digest PRIMARY KEY (id),
  CONSTRAINT ck_bid_digest_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT ck_bid_digest_to_on_is_a_day CHECK (to_on IS date(to_on, '+0 days')),
  CONSTRAINT uq_bid_digest_number UNIQUE (number),
  CONSTRAINT fk_bid_digest_department_id_department FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT;

CREATE TABLE bid_template (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  method TEXT NOT NULL,
  items TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid_template PRIMARY KEY (id),
  CONSTRAINT uq_bid_template_name UNIQUE (name)
)
 STRICT;

CREATE TABLE certificate_kind (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  "group" TEXT NOT NULL,
  holder TEXT NOT NULL,
  months INTEGER NOT NULL,
  lead_days INTEGER NOT NULL,
  reminders TEXT NOT NULL,
  duties TEXT NOT NULL,
  steps TEXT NOT NULL,
  cost INTEGER,
  source TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_certificate_kind PRIMARY KEY (id),
  CONSTRAINT ck_certificate_kind_holder_known CHECK (holder IN ('company', 'person')),
  CONSTRAINT ck_certificate_kind_times_not_negative CHECK (months >= 0 AND lead_days >= 0),
  CONSTRAINT uq_certificate_kind_code UNIQUE (code),
  CONSTRAINT uq_certificate_kind_name UNIQUE (name)
)
 STRICT;

CREATE TABLE depreciation_run (
  id INTEGER NOT NULL,
  month TEXT NOT NULL,
  state TEXT NOT NULL,
  assets INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  accumulated INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax_amount INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_depreciation_run PRIMARY KEY (id),
  CONSTRAINT ck_depreciation_run_state_known CHECK (state IN ('open', 'closed')),
  CONSTRAINT ck_depreciation_run_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT uq_depreciation_run_month UNIQUE (month)
)
 STRICT;

CREATE TABLE place (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id INTEGER,
  path TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_place PRIMARY KEY (id),
  CONSTRAINT ck_place_not_its_own_parent CHECK (parent_id IS NULL OR parent_id <> id),
  CONSTRAINT uq_place_code UNIQUE (code),
  CONSTRAINT fk_place_parent_id_place FOREIGN KEY(parent_id) REFERENCES place (id),
  CONSTRAINT uq_place_path UNIQUE (path)
)
 STRICT;

CREATE TABLE reminder (
  id INTEGER NOT NULL,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  due_on TEXT NOT NULL,
  snoozed_until TEXT,
  reason TEXT NOT NULL,
  handled_on TEXT,
  made_by_name TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_reminder PRIMARY KEY (id),
  CONSTRAINT ck_reminder_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_reminder_snoozed_until_is_a_day CHECK (snoozed_until IS date(snoozed_until, '+0 days')),
  CONSTRAINT ck_reminder_handled_on_is_a_day CHECK (handled_on IS date(handled_on, '+0 days')),
  CONSTRAINT uq_reminder_record_kind_record_id_code_due_on UNIQUE (record_kind, record_id, code, due_on)
)
 STRICT;

CREATE INDEX ix_reminder_snoozed_until ON reminder (snoozed_until);

CREATE TABLE supply_kind (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_supply_kind PRIMARY KEY (id),
  CONSTRAINT uq_supply_kind_code UNIQUE (code),
  CONSTRAINT uq_supply_kind_name UNIQUE (name)
)
 STRICT;

CREATE TABLE supply (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  low_stock INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  value INTEGER NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_supply PRIMARY KEY (id),
  CONSTRAINT ck_supply_never_negative CHECK (quantity >= 0 AND value >= 0 AND low_stock >= 0),
  CONSTRAINT uq_supply_code UNIQUE (code)
)
 STRICT;

CREATE INDEX ix_supply_kind_id ON supply (kind, id);

CREATE TABLE benefit_sheet (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  on_day TEXT NOT NULL,
  supply_id INTEGER NOT NULL,
  closed_on TEXT,
  made_by_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_benefit_sheet PRIMARY KEY (id),
  CONSTRAINT ck_benefit_sheet_on_day_is_a_day CHECK (on_day IS date(on_day, '+0 days')),
  CONSTRAINT ck_benefit_sheet_closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')),
  CONSTRAINT uq_benefit_sheet_number UNIQUE (number),
  CONSTRAINT fk_benefit_sheet_supply_id_supply FOREIGN KEY(supply_id) REFERENCES supply (id)
)
 STRICT;

CREATE TABLE bid_lead (
  id INTEGER NOT NULL,
  province TEXT NOT NULL,
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  tender_number TEXT NOT NULL,
  budget INTEGER,
  found_on TEXT NOT NULL,
  published_on TEXT,
  register_until TEXT,
  deadline_on TEXT,
  link TEXT NOT NULL,
  department_id INTEGER,
  state TEXT NOT NULL,
  drop_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  match_key TEXT NOT NULL,
  digest_id INTEGER,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid_lead PRIMARY KEY (id),
  CONSTRAINT ck_bid_lead_state_known CHECK (state IN ('new', 'kept', 'dropped', 'bid')),
  CONSTRAINT ck_bid_lead_found_on_is_a_day CHECK (found_on IS date(found_on, '+0 days')),
  CONSTRAINT ck_bid_lead_published_on_is_a_day CHECK (published_on IS date(published_on, '+0 days')),
  CONSTRAINT ck_bid_lead_register_until_is_a_day CHECK (register_until IS date(register_until, '+0 days')),
  CONSTRAINT ck_bid_lead_deadline_on_is_a_day CHECK (deadline_on IS date(deadline_on, '+0 days')),
  CONSTRAINT fk_bid_lead_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_bid_lead_digest_id_bid_digest FOREIGN KEY(digest_id) REFERENCES bid_digest (id)
)
 STRICT;

CREATE INDEX ix_bid_lead_found_on ON bid_lead (found_on);

CREATE INDEX ix_bid_lead_match_key ON bid_lead (match_key);

CREATE INDEX ix_bid_lead_province_id ON bid_lead (province, id);

CREATE INDEX ix_bid_lead_state_id ON bid_lead (state, id);

CREATE TABLE supply_stock (
  supply_id INTEGER NOT NULL,
  place_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  CONSTRAINT pk_supply_stock PRIMARY KEY (supply_id, place_id),
  CONSTRAINT ck_supply_stock_never_negative CHECK (quantity >= 0),
  CONSTRAINT fk_supply_stock_supply_id_supply FOREIGN KEY(supply_id) REFERENCES supply (id),
  CONSTRAINT fk_supply_stock_place_id_place FOREIGN KEY(place_id) REFERENCES place (id)
)
 STRICT;

CREATE TABLE benefit_line (
  id INTEGER NOT NULL,
  sheet_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  employee_id INTEGER NOT NULL,
  employee_name TEXT NOT NULL,
  department_name TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  received_on TEXT,
  note TEXT NOT NULL,
  CONSTRAINT pk_benefit_line PRIMARY KEY (id),
  CONSTRAINT ck_benefit_line_received_on_is_a_day CHECK (received_on IS date(received_on, '+0 days')),
  CONSTRAINT uq_benefit_line_sheet_id_employee_id UNIQUE (sheet_id, employee_id),
  CONSTRAINT fk_benefit_line_sheet_id_benefit_sheet FOREIGN KEY(sheet_id) REFERENCES benefit_sheet (id),
  CONSTRAINT fk_benefit_line_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE certificate (
  id INTEGER NOT NULL,
  kind_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  employee_id INTEGER,
  holder_name TEXT NOT NULL,
  issuer TEXT NOT NULL,
  scope TEXT NOT NULL,
  level TEXT NOT NULL,
  issued_on TEXT,
  valid_from TEXT,
  valid_to TEXT,
  state TEXT NOT NULL,
  state_before TEXT,
  originals INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  original_place TEXT NOT NULL,
  copy_place TEXT NOT NULL,
  keeper_id INTEGER,
  successor_id INTEGER,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_certificate PRIMARY KEY (id),
  CONSTRAINT ck_certificate_state_known CHECK (state IN ('valid', 'in_progress', 'lapsed', 'suspended', 'revoked', 'archived')),
  CONSTRAINT ck_certificate_state_before_known CHECK (state_before IN ('valid', 'in_progress', 'lapsed', 'suspended', 'revoked', 'archived')),
  CONSTRAINT ck_certificate_issued_on_is_a_day CHECK (issued_on IS date(issued_on, '+0 days')),
  CONSTRAINT ck_certificate_valid_from_is_a_day CHECK (valid_from IS date(valid_from, '+0 days')),
  CONSTRAINT ck_certificate_valid_to_is_a_day CHECK (valid_to IS date(valid_to, '+0 days')),
  CONSTRAINT ck_certificate_days_in_order CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to),
  CONSTRAINT ck_certificate_counts_not_negative CHECK (originals >= 0 AND copies >= 0),
  CONSTRAINT fk_certificate_kind_id_certificate_kind FOREIGN KEY(kind_id) REFERENCES certificate_kind (id),
  CONSTRAINT fk_certificate_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_certificate_keeper_id_employee FOREIGN KEY(keeper_id) REFERENCES employee (id),
  CONSTRAINT fk_certificate_successor_id_certificate FOREIGN KEY(successor_id) REFERENCES certificate (id)
)
 STRICT;

CREATE INDEX ix_certificate_employee_id ON certificate (employee_id);

CREATE INDEX ix_certificate_kind_id ON certificate (kind_id);

CREATE INDEX ix_certificate_state_valid_to ON certificate (state, valid_to);

CREATE TABLE supply_movement (
  id INTEGER NOT NULL,
  supply_id INTEGER NOT NULL,
  act TEXT NOT NULL,
  slip TEXT NOT NULL,
  on_day TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  value INTEGER NOT NULL,
  moved INTEGER NOT NULL,
  place_id INTEGER,
  to_place_id INTEGER,
  department_id INTEGER,
  employee_id INTEGER,
  benefit_id INTEGER,
  book INTEGER,
  found INTEGER,
  reverses_id INTEGER,
  supplier TEXT NOT NULL,
  note TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CONSTRAINT pk_supply_movement PRIMARY KEY (id),
  CONSTRAINT ck_supply_movement_act_known CHECK (act IN ('receive', 'issue', 'return', 'count', 'transfer')),
  CONSTRAINT ck_supply_movement_on_day_is_a_day CHECK (on_day IS date(on_day, '+0 days')),
  CONSTRAINT fk_supply_movement_supply_id_supply FOREIGN KEY(supply_id) REFERENCES supply (id),
  CONSTRAINT fk_supply_movement_place_id_place FOREIGN KEY(place_id) REFERENCES place (id),
  CONSTRAINT fk_supply_movement_to_place_id_place FOREIGN KEY(to_place_id) REFERENCES place (id),
  CONSTRAINT fk_supply_movement_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_supply_movement_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_supply_movement_benefit_id_benefit_sheet FOREIGN KEY(benefit_id) REFERENCES benefit_sheet (id),
  CONSTRAINT uq_supply_movement_reverses_id UNIQUE (reverses_id),
  CONSTRAINT fk_supply_movement_reverses_id_supply_movement FOREIGN KEY(reverses_id) REFERENCES supply_movement (id)
)
 STRICT;

CREATE INDEX ix_supply_movement_on_day_id ON supply_movement (on_day, id);

CREATE INDEX ix_supply_movement_slip ON supply_movement (slip);

CREATE INDEX ix_supply_movement_supply_id_id ON supply_movement (supply_id, id);

CREATE TABLE asset_disposal (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  title TEXT NOT NULL,
  on_day TEXT NOT NULL,
  department_id INTEGER,
  department_name TEXT NOT NULL,
  amount INTEGER NOT NULL,
  buyer TEXT NOT NULL,
  note TEXT NOT NULL,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_disposal PRIMARY KEY (id),
  CONSTRAINT ck_asset_disposal_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_asset_disposal_reason_known CHECK (reason IN ('scrap', 'sale', 'donation', 'loss', 'damage')),
  CONSTRAINT ck_asset_disposal_on_day_is_a_day CHECK (on_day IS date(on_day, '+0 days')),
  CONSTRAINT uq_asset_disposal_number UNIQUE (number),
  CONSTRAINT fk_asset_disposal_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_asset_disposal_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_asset_disposal_state_id ON asset_disposal (state, id);

CREATE TABLE asset_request (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  department_id INTEGER NOT NULL,
  department_name TEXT NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  wanted_on TEXT,
  closed_on TEXT,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_request PRIMARY KEY (id),
  CONSTRAINT ck_asset_request_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_asset_request_wanted_on_is_a_day CHECK (wanted_on IS date(wanted_on, '+0 days')),
  CONSTRAINT ck_asset_request_closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')),
  CONSTRAINT uq_asset_request_number UNIQUE (number),
  CONSTRAINT fk_asset_request_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_asset_request_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_asset_request_state_id ON asset_request (state, id);

CREATE TABLE bid (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  tender_number TEXT NOT NULL,
  tenderer TEXT NOT NULL,
  agency TEXT NOT NULL,
  province TEXT NOT NULL,
  source TEXT NOT NULL,
  law TEXT NOT NULL,
  method TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  partners TEXT NOT NULL,
  budget INTEGER,
  requirements TEXT NOT NULL,
  department_id INTEGER,
  owner_id INTEGER,
  signer_id INTEGER,
  copies INTEGER NOT NULL,
  document_fee INTEGER NOT NULL,
  price INTEGER,
  result TEXT NOT NULL,
  result_on TEXT,
  rank INTEGER NOT NULL,
  won_price INTEGER,
  result_reason TEXT NOT NULL,
  review TEXT NOT NULL,
  contract_number TEXT NOT NULL,
  project_id INTEGER,
  lead_id INTEGER,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid PRIMARY KEY (id),
  CONSTRAINT ck_bid_law_known CHECK (law IN ('tendering', 'procurement', 'own')),
  CONSTRAINT ck_bid_method_known CHECK (method IN ('open', 'invited', 'negotiation', 'consultation', 'single_source', 'inquiry')),
  CONSTRAINT ck_bid_kind_known CHECK (kind IN ('works', 'goods', 'services', 'survey_design')),
  CONSTRAINT ck_bid_role_known CHECK (role IN ('lead', 'joint', 'supporting')),
  CONSTRAINT ck_bid_result_known CHECK (result IN ('pending', 'won', 'lost', 'rejected', 'failed', 'given_up')),
  CONSTRAINT ck_bid_result_on_is_a_day CHECK (result_on IS date(result_on, '+0 days')),
  CONSTRAINT ck_bid_counts_not_negative CHECK (copies >= 0 AND rank >= 0),
  CONSTRAINT uq_bid_number UNIQUE (number),
  CONSTRAINT fk_bid_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_bid_owner_id_employee FOREIGN KEY(owner_id) REFERENCES employee (id),
  CONSTRAINT fk_bid_signer_id_employee FOREIGN KEY(signer_id) REFERENCES employee (id),
  CONSTRAINT fk_bid_project_id_project FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_bid_lead_id_bid_lead FOREIGN KEY(lead_id) REFERENCES bid_lead (id)
)
 STRICT;

CREATE INDEX ix_bid_owner_id ON bid (owner_id);

CREATE INDEX ix_bid_province ON bid (province);

CREATE INDEX ix_bid_result_id ON bid (result, id);

CREATE TABLE certificate_case (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  kind_id INTEGER,
  certificate_id INTEGER,
  duty_code TEXT NOT NULL,
  owner_id INTEGER,
  agency TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  due_on TEXT,
  duty_on TEXT,
  submitted_on TEXT,
  submitted_without TEXT NOT NULL,
  closed_on TEXT,
  cost INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  granted INTEGER NOT NULL,
  received INTEGER NOT NULL,
  received_on TEXT,
  result TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_certificate_case PRIMARY KEY (id),
  CONSTRAINT ck_certificate_case_kind_known CHECK (kind IN ('renewal', 'application', 'duty', 'change', 'subsidy')),
  CONSTRAINT ck_certificate_case_state_known CHECK (state IN ('open', 'done', 'refused', 'given_up')),
  CONSTRAINT ck_certificate_case_opened_on_is_a_day CHECK (opened_on IS date(opened_on, '+0 days')),
  CONSTRAINT ck_certificate_case_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_certificate_case_duty_on_is_a_day CHECK (duty_on IS date(duty_on, '+0 days')),
  CONSTRAINT ck_certificate_case_submitted_on_is_a_day CHECK (submitted_on IS date(submitted_on, '+0 days')),
  CONSTRAINT ck_certificate_case_closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')),
  CONSTRAINT ck_certificate_case_received_on_is_a_day CHECK (received_on IS date(received_on, '+0 days')),
  CONSTRAINT ck_certificate_case_amounts_not_negative CHECK (cost >= 0 AND asked >= 0 AND granted >= 0 AND received >= 0),
  CONSTRAINT uq_certificate_case_number UNIQUE (number),
  CONSTRAINT fk_certificate_case_kind_id_certificate_kind FOREIGN KEY(kind_id) REFERENCES certificate_kind (id),
  CONSTRAINT fk_certificate_case_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id),
  CONSTRAINT fk_certificate_case_owner_id_employee FOREIGN KEY(owner_id) REFERENCES employee (id)
)
 STRICT;

CREATE INDEX ix_certificate_case_certificate_id ON certificate_case (certificate_id);

CREATE INDEX ix_certificate_case_state_due_on ON certificate_case (state, due_on);

CREATE TABLE staff_training (
  id INTEGER NOT NULL,
  certificate_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  on_day TEXT NOT NULL,
  hours INTEGER NOT NULL,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_staff_training PRIMARY KEY (id),
  CONSTRAINT ck_staff_training_on_day_is_a_day CHECK (on_day IS date(on_day, '+0 days')),
  CONSTRAINT ck_staff_training_hours_not_negative CHECK (hours >= 0),
  CONSTRAINT fk_staff_training_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id)
)
 STRICT;

CREATE INDEX ix_staff_training_certificate_id ON staff_training (certificate_id);

CREATE TABLE stock_take (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  on_day TEXT NOT NULL,
  scope TEXT NOT NULL,
  blind INTEGER NOT NULL,
  ticket TEXT NOT NULL,
  counted_by TEXT NOT NULL,
  watched_by TEXT NOT NULL,
  department_id INTEGER,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_stock_take PRIMARY KEY (id),
  CONSTRAINT ck_stock_take_state_known CHECK (state IN ('open', 'counted', 'submitted', 'approved', 'voided')),
  CONSTRAINT ck_stock_take_on_day_is_a_day CHECK (on_day IS date(on_day, '+0 days')),
  CONSTRAINT uq_stock_take_number UNIQUE (number),
  CONSTRAINT uq_stock_take_ticket UNIQUE (ticket),
  CONSTRAINT fk_stock_take_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_stock_take_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_stock_take_state_id ON stock_take (state, id);

CREATE TABLE asset_request_line (
  id INTEGER NOT NULL,
  request_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  class_id INTEGER NOT NULL,
  specification TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  price INTEGER NOT NULL,
  supplier TEXT NOT NULL,
  received INTEGER NOT NULL,
  CONSTRAINT pk_asset_request_line PRIMARY KEY (id),
  CONSTRAINT ck_asset_request_line_line_sound CHECK (quantity > 0 AND price >= 0),
  CONSTRAINT ck_asset_request_line_received_within_quantity CHECK (received BETWEEN 0 AND quantity),
  CONSTRAINT uq_asset_request_line_request_id_position UNIQUE (request_id, position),
  CONSTRAINT fk_asset_request_line_request_id_asset_request FOREIGN KEY(request_id) REFERENCES asset_request (id),
  CONSTRAINT fk_asset_request_line_class_id_asset_class FOREIGN KEY(class_id) REFERENCES asset_class (id)
)
 STRICT;

CREATE TABLE bid_competitor (
  id INTEGER NOT NULL,
  bid_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  price INTEGER,
  rank INTEGER NOT NULL,
  won INTEGER NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_bid_competitor PRIMARY KEY (id),
  CONSTRAINT uq_bid_competitor_bid_id_position UNIQUE (bid_id, position),
  CONSTRAINT fk_bid_competitor_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id)
)
 STRICT;

CREATE TABLE bid_date (
  id INTEGER NOT NULL,
  bid_id INTEGER NOT NULL,
  stage TEXT NOT NULL,
  from_on TEXT,
  on_day TEXT NOT NULL,
  at_time TEXT NOT NULL,
  place TEXT NOT NULL,
  done_on TEXT,
  note TEXT NOT NULL,
  CONSTRAINT pk_bid_date PRIMARY KEY (id),
  CONSTRAINT ck_bid_date_stage_known CHECK (stage IN ('announcement', 'registration', 'documents', 'site_visit', 'questions', 'clarification', 'deposit', 'submission', 'opening', 'evaluation', 'publicity', 'notice', 'contract', 'deposit_back')),
  CONSTRAINT ck_bid_date_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT ck_bid_date_on_day_is_a_day CHECK (on_day IS date(on_day, '+0 days')),
  CONSTRAINT ck_bid_date_done_on_is_a_day CHECK (done_on IS date(done_on, '+0 days')),
  CONSTRAINT ck_bid_date_days_in_order CHECK (from_on IS NULL OR from_on <= on_day),
  CONSTRAINT uq_bid_date_bid_id_stage UNIQUE (bid_id, stage),
  CONSTRAINT fk_bid_date_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id)
)
 STRICT;

CREATE INDEX ix_bid_date_on_day ON bid_date (on_day);

CREATE TABLE bid_deposit (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  bid_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  form TEXT NOT NULL,
  state TEXT NOT NULL,
  amount INTEGER NOT NULL,
  payee TEXT NOT NULL,
  due_on TEXT,
  claim_id INTEGER,
  paid_on TEXT,
  due_back_on TEXT,
  back_on TEXT,
  back_amount INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  forfeited INTEGER NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid_deposit PRIMARY KEY (id),
  CONSTRAINT ck_bid_deposit_kind_known CHECK (kind IN ('bid', 'performance')),
  CONSTRAINT ck_bid_deposit_form_known CHECK (form IN ('transfer', 'guarantee', 'insurance', 'cheque')),
  CONSTRAINT ck_bid_deposit_state_known CHECK (state IN ('owed', 'requested', 'paid', 'partly_returned', 'returned', 'forfeited', 'cancelled')),
  CONSTRAINT ck_bid_deposit_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_bid_deposit_paid_on_is_a_day CHECK (paid_on IS date(paid_on, '+0 days')),
  CONSTRAINT ck_bid_deposit_due_back_on_is_a_day CHECK (due_back_on IS date(due_back_on, '+0 days')),
  CONSTRAINT ck_bid_deposit_back_on_is_a_day CHECK (back_on IS date(back_on, '+0 days')),
  CONSTRAINT ck_bid_deposit_amount_positive CHECK (amount > 0),
  CONSTRAINT ck_bid_deposit_amounts_not_negative CHECK (back_amount >= 0 AND interest >= 0 AND forfeited >= 0),
  CONSTRAINT ck_bid_deposit_not_more_than_paid CHECK (back_amount + forfeited <= amount),
  CONSTRAINT uq_bid_deposit_number UNIQUE (number),
  CONSTRAINT fk_bid_deposit_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id),
  CONSTRAINT fk_bid_deposit_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE INDEX ix_bid_deposit_bid_id ON bid_deposit (bid_id);

CREATE INDEX ix_bid_deposit_state_due_back_on ON bid_deposit (state, due_back_on);

CREATE TABLE bid_item (
  id INTEGER NOT NULL,
  bid_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  kind_code TEXT NOT NULL,
  certificate_id INTEGER,
  project_id INTEGER,
  needed INTEGER NOT NULL,
  done INTEGER NOT NULL,
  packed INTEGER NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_bid_item PRIMARY KEY (id),
  CONSTRAINT ck_bid_item_kind_known CHECK (kind IN ('certificate', 'staff_certificate', 'contract', 'financial', 'authorisation', 'other')),
  CONSTRAINT uq_bid_item_bid_id_position UNIQUE (bid_id, position),
  CONSTRAINT fk_bid_item_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id),
  CONSTRAINT fk_bid_item_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id),
  CONSTRAINT fk_bid_item_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT;

CREATE INDEX ix_bid_item_certificate_id ON bid_item (certificate_id);

CREATE TABLE bid_lot (
  id INTEGER NOT NULL,
  bid_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  budget INTEGER,
  price INTEGER,
  result TEXT NOT NULL,
  rank INTEGER NOT NULL,
  won_price INTEGER,
  CONSTRAINT pk_bid_lot PRIMARY KEY (id),
  CONSTRAINT ck_bid_lot_result_known CHECK (result IN ('pending', 'won', 'lost', 'rejected', 'failed', 'given_up')),
  CONSTRAINT uq_bid_lot_bid_id_position UNIQUE (bid_id, position),
  CONSTRAINT fk_bid_lot_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id)
)
 STRICT;

CREATE TABLE case_step (
  id INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  due_on TEXT,
  done_on TEXT,
  owner_id INTEGER,
  papers TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_case_step PRIMARY KEY (id),
  CONSTRAINT ck_case_step_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_case_step_done_on_is_a_day CHECK (done_on IS date(done_on, '+0 days')),
  CONSTRAINT uq_case_step_case_id_position UNIQUE (case_id, position),
  CONSTRAINT fk_case_step_case_id_certificate_case FOREIGN KEY(case_id) REFERENCES certificate_case (id),
  CONSTRAINT fk_case_step_owner_id_employee FOREIGN KEY(owner_id) REFERENCES employee (id)
)
 STRICT;

CREATE INDEX ix_case_step_due_on ON case_step (due_on);

CREATE TABLE case_paper (
  id INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  remark TEXT NOT NULL,
  attachment_id INTEGER,
  CONSTRAINT pk_case_paper PRIMARY KEY (id),
  CONSTRAINT ck_case_paper_state_known CHECK (state IN ('open', 'in_hand', 'faulty')),
  CONSTRAINT uq_case_paper_case_id_name UNIQUE (case_id, name),
  CONSTRAINT fk_case_paper_case_id_certificate_case FOREIGN KEY(case_id) REFERENCES certificate_case (id),
  CONSTRAINT fk_case_paper_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_case_paper_attachment_id ON case_paper (attachment_id);

CREATE TABLE certificate_loan (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  certificate_id INTEGER NOT NULL,
  certificate_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  employee_id INTEGER NOT NULL,
  employee_name TEXT NOT NULL,
  department_id INTEGER NOT NULL,
  department_name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  bid_id INTEGER,
  piece INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  due_back_on TEXT NOT NULL,
  approved_back_on TEXT,
  lent_on TEXT,
  back_on TEXT,
  back_note TEXT NOT NULL,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_certificate_loan PRIMARY KEY (id),
  CONSTRAINT ck_certificate_loan_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'lent', 'back', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_certificate_loan_kind_known CHECK (kind IN ('original', 'duplicate', 'copy', 'device')),
  CONSTRAINT ck_certificate_loan_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT ck_certificate_loan_due_back_on_is_a_day CHECK (due_back_on IS date(due_back_on, '+0 days')),
  CONSTRAINT ck_certificate_loan_approved_back_on_is_a_day CHECK (approved_back_on IS date(approved_back_on, '+0 days')),
  CONSTRAINT ck_certificate_loan_lent_on_is_a_day CHECK (lent_on IS date(lent_on, '+0 days')),
  CONSTRAINT ck_certificate_loan_back_on_is_a_day CHECK (back_on IS date(back_on, '+0 days')),
  CONSTRAINT ck_certificate_loan_copies_not_negative CHECK (copies >= 0 AND piece >= 0),
  CONSTRAINT ck_certificate_loan_days_in_order CHECK (due_back_on >= from_on),
  CONSTRAINT uq_certificate_loan_number UNIQUE (number),
  CONSTRAINT fk_certificate_loan_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id),
  CONSTRAINT fk_certificate_loan_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_certificate_loan_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_certificate_loan_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id),
  CONSTRAINT fk_certificate_loan_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_certificate_loan_state_due_back_on ON certificate_loan (state, due_back_on);

CREATE UNIQUE INDEX uq_certificate_loan_out ON certificate_loan (certificate_id, kind, piece) WHERE state = 'lent' AND kind <> 'copy';

CREATE TABLE stock_take_scan (
  id INTEGER NOT NULL,
  take_id INTEGER NOT NULL,
  origin TEXT NOT NULL,
  origin_seq INTEGER NOT NULL,
  code TEXT NOT NULL,
  number TEXT NOT NULL,
  place TEXT NOT NULL,
  pieces INTEGER,
  anew INTEGER NOT NULL,
  at TEXT NOT NULL,
  by_name TEXT NOT NULL,
  CONSTRAINT pk_stock_take_scan PRIMARY KEY (id),
  CONSTRAINT uq_stock_take_scan_take_id_origin_origin_seq UNIQUE (take_id, origin, origin_seq),
  CONSTRAINT ck_stock_take_scan_pieces_not_negative CHECK (pieces >= 0),
  CONSTRAINT fk_stock_take_scan_take_id_stock_take FOREIGN KEY(take_id) REFERENCES stock_take (id)
)
 STRICT;

CREATE INDEX ix_stock_take_scan_take_id_number ON stock_take_scan (take_id, number);

CREATE TABLE fixed_asset (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  class_id INTEGER NOT NULL,
  specification TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  unit TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  residual INTEGER NOT NULL,
  months INTEGER NOT NULL,
  method TEXT NOT NULL,
  units_total INTEGER NOT NULL,
  bought_on TEXT NOT NULL,
  start_on TEXT,
  stopped_on TEXT,
  opening_months INTEGER NOT NULL,
  opening_accumulated INTEGER NOT NULL,
  tax_months INTEGER NOT NULL,
  one_off INTEGER NOT NULL,
  supplier TEXT NOT NULL,
  invoice_number TEXT NOT NULL,
  claim_number TEXT NOT NULL,
  warranty_until TEXT,
  state TEXT NOT NULL,
  department_id INTEGER,
  employee_id INTEGER,
  place_id INTEGER,
  outside TEXT NOT NULL,
  due_back_on TEXT,
  receipt_line_id INTEGER,
  source_id INTEGER,
  basis TEXT,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_fixed_asset PRIMARY KEY (id),
  CONSTRAINT ck_fixed_asset_method_known CHECK (method IN ('straight_line', 'double_declining', 'sum_of_years', 'units')),
  CONSTRAINT ck_fixed_asset_state_known CHECK (state IN ('in_use', 'idle', 'repair', 'lent', 'leased', 'disposed')),
  CONSTRAINT ck_fixed_asset_bought_on_is_a_day CHECK (bought_on IS date(bought_on, '+0 days')),
  CONSTRAINT ck_fixed_asset_start_on_is_a_day CHECK (start_on IS date(start_on, '+0 days')),
  CONSTRAINT ck_fixed_asset_stopped_on_is_a_day CHECK (stopped_on IS date(stopped_on, '+0 days')),
  CONSTRAINT ck_fixed_asset_warranty_until_is_a_day CHECK (warranty_until IS date(warranty_until, '+0 days')),
  CONSTRAINT ck_fixed_asset_due_back_on_is_a_day CHECK (due_back_on IS date(due_back_on, '+0 days')),
  CONSTRAINT ck_fixed_asset_quantity_positive CHECK (quantity > 0),
  CONSTRAINT ck_fixed_asset_lives_positive CHECK (months > 0 AND tax_months >= 0),
  CONSTRAINT ck_fixed_asset_residual_within_cost CHECK (cost >= 0 AND residual >= 0 AND residual <= cost),
  CONSTRAINT ck_fixed_asset_opening_not_negative CHECK (opening_months >= 0 AND opening_accumulated >= 0),
  CONSTRAINT ck_fixed_asset_bought_before_start CHECK (start_on IS NULL OR bought_on <= start_on),
  CONSTRAINT ck_fixed_asset_bought_before_disposal CHECK (stopped_on IS NULL OR bought_on <= stopped_on),
  CONSTRAINT ck_fixed_asset_disposed_on_a_day CHECK ((state = 'disposed') = (stopped_on IS NOT NULL)),
  CONSTRAINT uq_fixed_asset_number UNIQUE (number),
  CONSTRAINT fk_fixed_asset_class_id_asset_class FOREIGN KEY(class_id) REFERENCES asset_class (id),
  CONSTRAINT fk_fixed_asset_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_fixed_asset_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_fixed_asset_place_id_place FOREIGN KEY(place_id) REFERENCES place (id),
  CONSTRAINT fk_fixed_asset_receipt_line_id_asset_request_line FOREIGN KEY(receipt_line_id) REFERENCES asset_request_line (id),
  CONSTRAINT fk_fixed_asset_source_id_fixed_asset FOREIGN KEY(source_id) REFERENCES fixed_asset (id)
)
 STRICT;

CREATE INDEX ix_fixed_asset_class_id_id ON fixed_asset (class_id, id);

CREATE INDEX ix_fixed_asset_department_id_id ON fixed_asset (department_id, id);

CREATE INDEX ix_fixed_asset_employee_id ON fixed_asset (employee_id);

CREATE INDEX ix_fixed_asset_place_id ON fixed_asset (place_id);

CREATE INDEX ix_fixed_asset_serial_number ON fixed_asset (serial_number);

CREATE INDEX ix_fixed_asset_state_id ON fixed_asset (state, id);

CREATE TABLE asset_disposal_line (
  id INTEGER NOT NULL,
  disposal_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  asset_id INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  accumulated INTEGER NOT NULL,
  net INTEGER NOT NULL,
  proceeds INTEGER NOT NULL,
  fees INTEGER NOT NULL,
  gain INTEGER NOT NULL,
  CONSTRAINT pk_asset_disposal_line PRIMARY KEY (id),
  CONSTRAINT ck_asset_disposal_line_line_sound CHECK (proceeds >= 0 AND fees >= 0),
  CONSTRAINT uq_asset_disposal_line_disposal_id_asset_id UNIQUE (disposal_id, asset_id),
  CONSTRAINT fk_asset_disposal_line_disposal_id_asset_disposal FOREIGN KEY(disposal_id) REFERENCES asset_disposal (id),
  CONSTRAINT fk_asset_disposal_line_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id)
)
 STRICT;

CREATE INDEX ix_asset_disposal_line_asset_id ON asset_disposal_line (asset_id);

CREATE TABLE asset_estimate (
  id INTEGER NOT NULL,
  asset_id INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  months INTEGER NOT NULL,
  residual INTEGER NOT NULL,
  method TEXT NOT NULL,
  added INTEGER NOT NULL,
  reason TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_estimate PRIMARY KEY (id),
  CONSTRAINT ck_asset_estimate_method_known CHECK (method IN ('straight_line', 'double_declining', 'sum_of_years', 'units')),
  CONSTRAINT ck_asset_estimate_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT uq_asset_estimate_asset_id_from_on UNIQUE (asset_id, from_on),
  CONSTRAINT ck_asset_estimate_estimate_sound CHECK (months > 0 AND residual >= 0),
  CONSTRAINT fk_asset_estimate_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id)
)
 STRICT;

CREATE TABLE asset_lease (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  asset_id INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  contract_number TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  ended_on TEXT,
  rent INTEGER NOT NULL,
  every_months INTEGER NOT NULL,
  deposit INTEGER NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_lease PRIMARY KEY (id),
  CONSTRAINT ck_asset_lease_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT ck_asset_lease_to_on_is_a_day CHECK (to_on IS date(to_on, '+0 days')),
  CONSTRAINT ck_asset_lease_ended_on_is_a_day CHECK (ended_on IS date(ended_on, '+0 days')),
  CONSTRAINT ck_asset_lease_days_in_order CHECK (from_on <= to_on),
  CONSTRAINT ck_asset_lease_amounts_not_negative CHECK (rent >= 0 AND deposit >= 0),
  CONSTRAINT ck_asset_lease_every_months_range CHECK (every_months BETWEEN 1 AND 12),
  CONSTRAINT uq_asset_lease_number UNIQUE (number),
  CONSTRAINT fk_asset_lease_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id)
)
 STRICT;

CREATE INDEX ix_asset_lease_asset_id ON asset_lease (asset_id);

CREATE TABLE asset_movement (
  id INTEGER NOT NULL,
  asset_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  slip TEXT NOT NULL,
  on_day TEXT NOT NULL,
  from_department TEXT NOT NULL,
  from_employee TEXT NOT NULL,
  from_place TEXT NOT NULL,
  to_department TEXT NOT NULL,
  to_employee TEXT NOT NULL,
  to_employee_id INTEGER,
  to_place TEXT NOT NULL,
  outside TEXT NOT NULL,
  due_on TEXT,
  cost INTEGER NOT NULL,
  days INTEGER NOT NULL,
  note TEXT NOT NULL,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CONSTRAINT pk_asset_movement PRIMARY KEY (id),
  CONSTRAINT ck_asset_movement_kind_known CHECK (kind IN ('receive', 'issue', 'return', 'transfer', 'lend', 'lend_back', 'repair', 'repaired', 'lease', 'lease_back', 'count', 'dispose', 'split', 'merge', 'revalue')),
  CONSTRAINT ck_asset_movement_on_day_is_a_day CHECK (on_day IS date(on_day, '+0 days')),
  CONSTRAINT ck_asset_movement_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_asset_movement_repair_sound CHECK (cost >= 0 AND days >= 0),
  CONSTRAINT fk_asset_movement_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id),
  CONSTRAINT fk_asset_movement_to_employee_id_employee FOREIGN KEY(to_employee_id) REFERENCES employee (id),
  CONSTRAINT fk_asset_movement_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_asset_movement_asset_id_id ON asset_movement (asset_id, id);

CREATE INDEX ix_asset_movement_slip ON asset_movement (slip);

CREATE INDEX ix_asset_movement_to_employee_id ON asset_movement (to_employee_id);

CREATE TABLE asset_use (
  id INTEGER NOT NULL,
  asset_id INTEGER NOT NULL,
  month TEXT NOT NULL,
  units INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_use PRIMARY KEY (id),
  CONSTRAINT ck_asset_use_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT uq_asset_use_asset_id_month UNIQUE (asset_id, month),
  CONSTRAINT ck_asset_use_units_not_negative CHECK (units >= 0),
  CONSTRAINT fk_asset_use_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id)
)
 STRICT;

CREATE TABLE depreciation_line (
  run_id INTEGER NOT NULL,
  asset_id INTEGER NOT NULL,
  class_id INTEGER NOT NULL,
  department_id INTEGER,
  amount INTEGER NOT NULL,
  accumulated INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax_amount INTEGER NOT NULL,
  catch_up INTEGER NOT NULL,
  tax_catch_up INTEGER NOT NULL,
  CONSTRAINT pk_depreciation_line PRIMARY KEY (run_id, asset_id),
  CONSTRAINT fk_depreciation_line_run_id_depreciation_run FOREIGN KEY(run_id) REFERENCES depreciation_run (id),
  CONSTRAINT fk_depreciation_line_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id),
  CONSTRAINT fk_depreciation_line_class_id_asset_class FOREIGN KEY(class_id) REFERENCES asset_class (id),
  CONSTRAINT fk_depreciation_line_department_id_department FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT;

CREATE INDEX ix_depreciation_line_asset_id ON depreciation_line (asset_id);

CREATE TABLE stock_take_line (
  id INTEGER NOT NULL,
  take_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  asset_id INTEGER,
  class_id INTEGER,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  department TEXT NOT NULL,
  employee TEXT NOT NULL,
  place TEXT NOT NULL,
  cost INTEGER NOT NULL,
  net INTEGER NOT NULL,
  found TEXT NOT NULL,
  found_place TEXT NOT NULL,
  times INTEGER NOT NULL,
  pieces INTEGER,
  explanation TEXT NOT NULL,
  adjustment TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_stock_take_line PRIMARY KEY (id),
  CONSTRAINT ck_stock_take_line_found_known CHECK (found IN ('missing', 'found', 'short', 'over', 'disputed', 'elsewhere', 'unknown', 'foreign')),
  CONSTRAINT ck_stock_take_line_adjustment_known CHECK (adjustment IN ('none', 'move', 'write_off', 'add', 'search')),
  CONSTRAINT uq_stock_take_line_take_id_code UNIQUE (take_id, code),
  CONSTRAINT ck_stock_take_line_times_not_negative CHECK (times >= 0 AND pieces >= 0),
  CONSTRAINT fk_stock_take_line_take_id_stock_take FOREIGN KEY(take_id) REFERENCES stock_take (id),
  CONSTRAINT fk_stock_take_line_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id),
  CONSTRAINT fk_stock_take_line_class_id_asset_class FOREIGN KEY(class_id) REFERENCES asset_class (id)
)
 STRICT;

CREATE INDEX ix_stock_take_line_asset_id ON stock_take_line (asset_id);

CREATE INDEX ix_stock_take_line_take_id_found ON stock_take_line (take_id, found);

CREATE TABLE lease_due (
  id INTEGER NOT NULL,
  lease_id INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  received INTEGER NOT NULL,
  received_on TEXT,
  note TEXT NOT NULL,
  CONSTRAINT pk_lease_due PRIMARY KEY (id),
  CONSTRAINT ck_lease_due_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_lease_due_received_on_is_a_day CHECK (received_on IS date(received_on, '+0 days')),
  CONSTRAINT ck_lease_due_amounts_not_negative CHECK (amount >= 0 AND received >= 0),
  CONSTRAINT uq_lease_due_lease_id_due_on UNIQUE (lease_id, due_on),
  CONSTRAINT fk_lease_due_lease_id_asset_lease FOREIGN KEY(lease_id) REFERENCES asset_lease (id)
)
 STRICT;

CREATE INDEX ix_lease_due_due_on ON lease_due (due_on);

CREATE TABLE lease_receipt (
  id INTEGER NOT NULL,
  lease_id INTEGER NOT NULL,
  due_on TEXT,
  on_day TEXT NOT NULL,
  amount INTEGER NOT NULL,
  note TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CONSTRAINT pk_lease_receipt PRIMARY KEY (id),
  CONSTRAINT ck_lease_receipt_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_lease_receipt_on_day_is_a_day CHECK (on_day IS date(on_day, '+0 days')),
  CONSTRAINT ck_lease_receipt_amount_not_nothing CHECK (amount <> 0),
  CONSTRAINT fk_lease_receipt_lease_id_asset_lease FOREIGN KEY(lease_id) REFERENCES asset_lease (id)
)
 STRICT;

CREATE INDEX ix_lease_receipt_lease_id_id ON lease_receipt (lease_id, id);

CREATE INDEX ix_lease_receipt_on_day_id ON lease_receipt (on_day, id);

CREATE VIRTUAL TABLE asset_class_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE bid_digest_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE bid_template_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE certificate_kind_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE depreciation_run_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE place_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE supply_kind_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE supply_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE benefit_sheet_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE bid_lead_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE certificate_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE asset_disposal_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE asset_request_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE bid_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE certificate_case_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE stock_take_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE bid_deposit_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE certificate_loan_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE fixed_asset_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE asset_lease_search USING fts5(body, content='', contentless_delete=1);
