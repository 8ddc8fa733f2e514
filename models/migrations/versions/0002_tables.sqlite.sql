-- Tables that gain columns or choices are made anew and take their rows along; the search indexes stay as they are.

DROP TRIGGER audit_entry_in_order;

DROP TRIGGER audit_entry_no_update;

DROP TRIGGER audit_entry_no_delete;

DROP TRIGGER approval_decision_no_update;

DROP TRIGGER approval_decision_no_delete;

DROP TRIGGER approval_decision_not_own;

DROP TRIGGER expense_line_insert;

DROP TRIGGER expense_line_update;

DROP TRIGGER expense_line_delete;

DROP TRIGGER advance_offset_insert;

DROP TRIGGER advance_offset_update;

DROP TRIGGER advance_offset_delete;

DROP TRIGGER expense_claim_frozen;

DROP TRIGGER expense_claim_state;

DROP TRIGGER expense_claim_delete;

DROP TRIGGER attachment_delete;

DROP TRIGGER attachment_update;

DROP TRIGGER invoice_delete;

DROP TRIGGER invoice_update;

CREATE TABLE new_expense_category (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  needs_invoice INTEGER NOT NULL,
  role TEXT NOT NULL,
  account_code TEXT NOT NULL,
  account_name TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_expense_category PRIMARY KEY (id),
  CONSTRAINT ck_expense_category_role_known CHECK (role IN ('general', 'transport', 'lodging', 'local', 'allowance', 'entertainment')),
  CONSTRAINT uq_expense_category_code UNIQUE (code),
  CONSTRAINT uq_expense_category_name UNIQUE (name)
)
 STRICT;

INSERT INTO new_expense_category (id, code, name, position, needs_invoice, active, search_text, version, created_at, updated_at, role, account_code, account_name)
SELECT id, code, name, position, needs_invoice, active, search_text, version, created_at, updated_at, 'general', '', '' FROM expense_category;

DROP TABLE expense_category;

ALTER TABLE new_expense_category RENAME TO expense_category;

CREATE TABLE new_employee (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  department_id INTEGER NOT NULL,
  post TEXT NOT NULL,
  phone TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  hired_on TEXT,
  left_on TEXT,
  grade INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_employee PRIMARY KEY (id),
  CONSTRAINT ck_employee_hired_on_is_a_day CHECK (hired_on IS date(hired_on, '+0 days')),
  CONSTRAINT ck_employee_left_on_is_a_day CHECK (left_on IS date(left_on, '+0 days')),
  CONSTRAINT ck_employee_grade_known CHECK (grade BETWEEN 1 AND 3),
  CONSTRAINT uq_employee_number UNIQUE (number),
  CONSTRAINT fk_employee_department_id_department FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT;

INSERT INTO new_employee (id, number, name, department_id, post, phone, bank_name, bank_account, hired_on, left_on, search_text, version, created_at, updated_at, grade)
SELECT id, number, name, department_id, post, phone, bank_name, bank_account, hired_on, left_on, search_text, version, created_at, updated_at, 3 FROM employee;

DROP TABLE employee;

ALTER TABLE new_employee RENAME TO employee;

CREATE INDEX ix_employee_department_id ON employee (department_id);

CREATE INDEX ix_employee_name ON employee (name);

CREATE TABLE new_bank_account (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  bank TEXT NOT NULL,
  number TEXT NOT NULL,
  holder TEXT NOT NULL,
  account_code TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bank_account PRIMARY KEY (id),
  CONSTRAINT ck_bank_account_kind_known CHECK (kind IN ('basic', 'general', 'special', 'cash')),
  CONSTRAINT uq_bank_account_name UNIQUE (name)
)
 STRICT;

INSERT INTO new_bank_account (id, name, kind, bank, number, holder, active, search_text, version, created_at, updated_at, account_code)
SELECT id, name, kind, bank, number, holder, active, search_text, version, created_at, updated_at, '' FROM bank_account;

DROP TABLE bank_account;

ALTER TABLE new_bank_account RENAME TO bank_account;

CREATE TABLE new_invoice (
  id INTEGER NOT NULL,
  claim_id INTEGER,
  attachment_id INTEGER,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  number TEXT NOT NULL,
  number_key TEXT NOT NULL,
  used_key TEXT,
  issued_on TEXT,
  net INTEGER,
  tax INTEGER,
  total INTEGER,
  buyer_name TEXT NOT NULL,
  buyer_tax_id TEXT NOT NULL,
  seller_name TEXT NOT NULL,
  seller_tax_id TEXT NOT NULL,
  check_code TEXT NOT NULL,
  red_letter INTEGER NOT NULL,
  lines TEXT NOT NULL,
  sources TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  seen_on TEXT,
  marked_on TEXT,
  mark_note TEXT NOT NULL,
  pages INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT ck_invoice_issued_on_is_a_day CHECK (issued_on IS date(issued_on, '+0 days')),
  CONSTRAINT ck_invoice_seen_on_is_a_day CHECK (seen_on IS date(seen_on, '+0 days')),
  CONSTRAINT ck_invoice_marked_on_is_a_day CHECK (marked_on IS date(marked_on, '+0 days')),
  CONSTRAINT ck_invoice_state_known CHECK (state IN ('unused', 'used', 'red_lettered', 'cancelled')),
  CONSTRAINT fk_invoice_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id),
  CONSTRAINT fk_invoice_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id),
  CONSTRAINT uq_invoice_used_key UNIQUE (used_key)
)
 STRICT;

INSERT INTO new_invoice (id, claim_id, attachment_id, kind, code, number, number_key, used_key, issued_on, net, tax, total, buyer_name, buyer_tax_id, seller_name, seller_tax_id, check_code, red_letter, lines, sources, file_sha256, version, created_at, updated_at, state, seen_on, mark_note, pages, search_text)
SELECT id, claim_id, attachment_id, kind, code, number, number_key, used_key, issued_on, net, tax, total, buyer_name, buyer_tax_id, seller_name, seller_tax_id, check_code, red_letter, lines, sources, file_sha256, version, created_at, updated_at, CASE WHEN used_key IS NULL THEN 'unused' ELSE 'used' END, substr(created_at, 1, 10), '', 1, '' FROM invoice;

DROP TABLE invoice;

ALTER TABLE new_invoice RENAME TO invoice;

CREATE INDEX ix_invoice_claim_id ON invoice (claim_id);

CREATE INDEX ix_invoice_file_sha256 ON invoice (file_sha256);

CREATE INDEX ix_invoice_issued_on_id_tax ON invoice (issued_on, id, tax);

CREATE INDEX ix_invoice_number_id ON invoice (number, id);

CREATE INDEX ix_invoice_number_key ON invoice (number_key);

CREATE INDEX ix_invoice_seen_on_id ON invoice (seen_on, id);

CREATE INDEX ix_invoice_seller_name_id ON invoice (seller_name, id);

CREATE INDEX ix_invoice_seller_name_issued_on_total ON invoice (seller_name, issued_on, total);

CREATE INDEX ix_invoice_seller_tax_id_issued_on_total ON invoice (seller_tax_id, issued_on, total);

CREATE INDEX ix_invoice_state_issued_on_id_tax ON invoice (state, issued_on, id, tax);

CREATE INDEX ix_invoice_state_seen_on ON invoice (state, seen_on);

CREATE INDEX ix_invoice_total_id ON invoice (total, id);

CREATE TABLE new_approval_step (
  id INTEGER NOT NULL,
  paper_kind TEXT NOT NULL,
  paper_id INTEGER NOT NULL,
  round INTEGER NOT NULL,
  level INTEGER NOT NULL,
  label TEXT NOT NULL,
  state TEXT NOT NULL,
  approver_id INTEGER,
  role TEXT,
  approver_name TEXT NOT NULL,
  decided_by_id INTEGER,
  decided_by_name TEXT NOT NULL,
  decided_at TEXT,
  reason TEXT NOT NULL,
  for_name TEXT NOT NULL,
  added_by_name TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_approval_step PRIMARY KEY (id),
  CONSTRAINT ck_approval_step_state_known CHECK (state IN ('waiting', 'pending', 'approved', 'returned', 'cancelled', 'referred')),
  CONSTRAINT uq_approval_step_paper_kind_paper_id_round_level UNIQUE (paper_kind, paper_id, round, level),
  CONSTRAINT ck_approval_step_one_approver CHECK ((approver_id IS NULL) <> (role IS NULL)),
  CONSTRAINT fk_approval_step_approver_id_user_account FOREIGN KEY(approver_id) REFERENCES user_account (id),
  CONSTRAINT fk_approval_step_decided_by_id_user_account FOREIGN KEY(decided_by_id) REFERENCES user_account (id)
)
 STRICT;

INSERT INTO new_approval_step (id, paper_kind, paper_id, round, level, label, state, approver_id, role, approver_name, decided_by_id, decided_by_name, decided_at, reason, version, created_at, updated_at, for_name, added_by_name)
SELECT id, paper_kind, paper_id, round, level, label, state, approver_id, role, approver_name, decided_by_id, decided_by_name, decided_at, reason, version, created_at, updated_at, '', '' FROM approval_step;

DROP TABLE approval_step;

ALTER TABLE new_approval_step RENAME TO approval_step;

CREATE INDEX ix_approval_step_state_approver_id ON approval_step (state, approver_id);

CREATE INDEX ix_approval_step_state_role ON approval_step (state, role);

CREATE TABLE new_approval_decision (
  id INTEGER NOT NULL,
  paper_kind TEXT NOT NULL,
  paper_id INTEGER NOT NULL,
  round INTEGER NOT NULL,
  step_id INTEGER,
  decision TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  for_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  command_id TEXT NOT NULL,
  CONSTRAINT pk_approval_decision PRIMARY KEY (id),
  CONSTRAINT ck_approval_decision_decision_known CHECK (decision IN ('submit', 'approve', 'return', 'withdraw', 'refer', 'add_signer', 'remind')),
  CONSTRAINT uq_approval_decision_command_id UNIQUE (command_id),
  CONSTRAINT fk_approval_decision_step_id_approval_step FOREIGN KEY(step_id) REFERENCES approval_step (id),
  CONSTRAINT fk_approval_decision_user_id_user_account FOREIGN KEY(user_id) REFERENCES user_account (id)
)
 STRICT;

INSERT INTO new_approval_decision (id, paper_kind, paper_id, round, step_id, decision, user_id, user_name, reason, at, command_id, for_name)
SELECT id, paper_kind, paper_id, round, step_id, decision, user_id, user_name, reason, at, command_id, '' FROM approval_decision;

DROP TABLE approval_decision;

ALTER TABLE new_approval_decision RENAME TO approval_decision;

CREATE INDEX ix_approval_decision_paper_kind_paper_id ON approval_decision (paper_kind, paper_id);

CREATE INDEX ix_approval_decision_user_id_at ON approval_decision (user_id, at);

CREATE TABLE new_expense_line (
  id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  category_name TEXT NOT NULL,
  spent_on TEXT NOT NULL,
  spent_to TEXT,
  description TEXT NOT NULL,
  amount INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  sanctioned INTEGER NOT NULL,
  project_id INTEGER,
  project_name TEXT NOT NULL,
  invoice_id INTEGER,
  city TEXT NOT NULL,
  nights INTEGER,
  headcount INTEGER,
  leg INTEGER,
  CONSTRAINT pk_expense_line PRIMARY KEY (id),
  CONSTRAINT uq_expense_line_claim_id_position UNIQUE (claim_id, position),
  CONSTRAINT ck_expense_line_spent_on_is_a_day CHECK (spent_on IS date(spent_on, '+0 days')),
  CONSTRAINT ck_expense_line_spent_to_is_a_day CHECK (spent_to IS date(spent_to, '+0 days')),
  CONSTRAINT ck_expense_line_sanctioned_within_amount CHECK (abs(sanctioned) <= abs(amount)),
  CONSTRAINT ck_expense_line_nights_positive CHECK (nights > 0),
  CONSTRAINT ck_expense_line_headcount_positive CHECK (headcount > 0),
  CONSTRAINT fk_expense_line_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id),
  CONSTRAINT fk_expense_line_category_id_expense_category FOREIGN KEY(category_id) REFERENCES expense_category (id),
  CONSTRAINT fk_expense_line_project_id_project FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_expense_line_invoice_id_invoice FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
 STRICT;

INSERT INTO new_expense_line (id, claim_id, position, category_id, category_name, spent_on, spent_to, description, amount, tax, sanctioned, project_id, project_name, invoice_id, city)
SELECT id, claim_id, position, category_id, category_name, spent_on, spent_to, description, amount, tax, sanctioned, project_id, project_name, invoice_id, '' FROM expense_line;

DROP TABLE expense_line;

ALTER TABLE new_expense_line RENAME TO expense_line;

CREATE INDEX ix_expense_line_category_id_spent_on ON expense_line (category_id, spent_on);

CREATE INDEX ix_expense_line_invoice_id ON expense_line (invoice_id);

CREATE TABLE new_expense_claim (
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  round INTEGER NOT NULL,
  claimant_id INTEGER NOT NULL,
  department_id INTEGER NOT NULL,
  project_id INTEGER,
  created_by_id INTEGER NOT NULL,
  submitted_by_id INTEGER,
  business_date TEXT NOT NULL,
  purpose TEXT NOT NULL,
  amount INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  sanctioned INTEGER NOT NULL,
  offset_total INTEGER NOT NULL,
  outstanding INTEGER NOT NULL,
  invoice_count INTEGER NOT NULL,
  attachment_count INTEGER NOT NULL,
  doubt_count INTEGER NOT NULL,
  due_on TEXT,
  submitted_on TEXT,
  pay_by TEXT,
  paid_on TEXT,
  paid_from_id INTEGER,
  paid_from_name TEXT NOT NULL,
  payment_method TEXT,
  payment_note TEXT NOT NULL,
  paid_by_name TEXT NOT NULL,
  company_name TEXT NOT NULL,
  claimant_name TEXT NOT NULL,
  department_name TEXT NOT NULL,
  project_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  reverses_id INTEGER,
  held_since TEXT,
  reminded_at TEXT,
  late_days INTEGER,
  grade INTEGER,
  payee_id INTEGER,
  payee_name TEXT NOT NULL,
  payee_bank TEXT NOT NULL,
  payee_account TEXT NOT NULL,
  contract_number TEXT NOT NULL,
  contract_amount INTEGER,
  paid_before INTEGER NOT NULL,
  invoice_promise TEXT,
  invoice_due_on TEXT,
  invoice_owed INTEGER NOT NULL,
  pay_month TEXT,
  funding_source_id INTEGER,
  recurring_id INTEGER,
  batch_number TEXT NOT NULL,
  packet_number TEXT NOT NULL,
  voucher_number TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_expense_claim PRIMARY KEY (id),
  CONSTRAINT ck_expense_claim_kind_known CHECK (kind IN ('claim', 'advance', 'reversal', 'travel', 'payment', 'repayment')),
  CONSTRAINT ck_expense_claim_state_known CHECK (state IN ('draft', 'submitted', 'to_pay', 'paid', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_expense_claim_business_date_is_a_day CHECK (business_date IS date(business_date, '+0 days')),
  CONSTRAINT ck_expense_claim_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_expense_claim_pay_by_is_a_day CHECK (pay_by IS date(pay_by, '+0 days')),
  CONSTRAINT ck_expense_claim_paid_on_is_a_day CHECK (paid_on IS date(paid_on, '+0 days')),
  CONSTRAINT ck_expense_claim_invoice_due_on_is_a_day CHECK (invoice_due_on IS date(invoice_due_on, '+0 days')),
  CONSTRAINT ck_expense_claim_pay_month_is_a_day CHECK (pay_month IS date(pay_month, '+0 days')),
  CONSTRAINT ck_expense_claim_invoice_owed_not_negative CHECK (invoice_owed >= 0),
  CONSTRAINT ck_expense_claim_sanctioned_within_amount CHECK (abs(sanctioned) <= abs(amount)),
  CONSTRAINT ck_expense_claim_reversal_refers CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
  CONSTRAINT ck_expense_claim_amount_not_negative CHECK (kind = 'reversal' OR amount >= 0),
  CONSTRAINT ck_expense_claim_outstanding_not_negative CHECK (outstanding >= 0),
  CONSTRAINT ck_expense_claim_paid_has_a_day CHECK ((state = 'paid') <= (paid_on IS NOT NULL)),
  CONSTRAINT uq_expense_claim_number UNIQUE (number),
  CONSTRAINT fk_expense_claim_claimant_id_employee FOREIGN KEY(claimant_id) REFERENCES employee (id),
  CONSTRAINT fk_expense_claim_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_expense_claim_project_id_project FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_expense_claim_created_by_id_user_account FOREIGN KEY(created_by_id) REFERENCES user_account (id),
  CONSTRAINT fk_expense_claim_submitted_by_id_user_account FOREIGN KEY(submitted_by_id) REFERENCES user_account (id),
  CONSTRAINT fk_expense_claim_paid_from_id_bank_account FOREIGN KEY(paid_from_id) REFERENCES bank_account (id),
  CONSTRAINT uq_expense_claim_reverses_id UNIQUE (reverses_id),
  CONSTRAINT fk_expense_claim_reverses_id_expense_claim FOREIGN KEY(reverses_id) REFERENCES expense_claim (id),
  CONSTRAINT fk_expense_claim_payee_id_payee FOREIGN KEY(payee_id) REFERENCES payee (id),
  CONSTRAINT fk_expense_claim_funding_source_id_funding_source FOREIGN KEY(funding_source_id) REFERENCES funding_source (id),
  CONSTRAINT fk_expense_claim_recurring_id_recurring_paper FOREIGN KEY(recurring_id) REFERENCES recurring_paper (id)
)
 STRICT;

INSERT INTO new_expense_claim (id, kind, number, state, round, claimant_id, department_id, project_id, created_by_id, submitted_by_id, business_date, purpose, amount, tax, sanctioned, offset_total, outstanding, invoice_count, attachment_count, doubt_count, due_on, submitted_on, pay_by, paid_on, paid_from_id, paid_from_name, payment_method, payment_note, paid_by_name, company_name, claimant_name, department_name, project_name, holder_name, state_note, reverses_id, search_text, version, created_at, updated_at, held_since, payee_name, payee_bank, payee_account, contract_number, paid_before, invoice_owed, batch_number, packet_number, voucher_number)
SELECT id, kind, number, state, round, claimant_id, department_id, project_id, created_by_id, submitted_by_id, business_date, purpose, amount, tax, sanctioned, offset_total, outstanding, invoice_count, attachment_count, doubt_count, due_on, submitted_on, pay_by, paid_on, paid_from_id, paid_from_name, payment_method, payment_note, paid_by_name, company_name, claimant_name, department_name, project_name, holder_name, state_note, reverses_id, search_text, version, created_at, updated_at, CASE WHEN state IN ('submitted', 'to_pay') THEN updated_at END, '', '', '', '', 0, 0, '', '', '' FROM expense_claim;

DROP TABLE expense_claim;

ALTER TABLE new_expense_claim RENAME TO expense_claim;

CREATE INDEX ix_expense_claim_business_date_id_sanctioned ON expense_claim (business_date, id, sanctioned);

CREATE INDEX ix_expense_claim_claimant_id_kind_state ON expense_claim (claimant_id, kind, state);

CREATE INDEX ix_expense_claim_claimant_name_id ON expense_claim (claimant_name, id);

CREATE INDEX ix_expense_claim_created_by_id_state ON expense_claim (created_by_id, state);

CREATE INDEX ix_expense_claim_department_name_id ON expense_claim (department_name, id);

CREATE INDEX ix_expense_claim_doubt_count_state ON expense_claim (doubt_count, state);

CREATE INDEX ix_expense_claim_funding_source_id_packet_number ON expense_claim (funding_source_id, packet_number);

CREATE INDEX ix_expense_claim_invoice_count_id ON expense_claim (invoice_count, id);

CREATE INDEX ix_expense_claim_invoice_owed_invoice_due_on ON expense_claim (invoice_owed, invoice_due_on);

CREATE INDEX ix_expense_claim_outstanding_due_on ON expense_claim (outstanding, due_on);

CREATE INDEX ix_expense_claim_paid_on_id_late_days ON expense_claim (paid_on, id, late_days);

CREATE INDEX ix_expense_claim_pay_by_id ON expense_claim (pay_by, id);

CREATE INDEX ix_expense_claim_payee_name_contract_number ON expense_claim (payee_name, contract_number);

CREATE INDEX ix_expense_claim_purpose_id ON expense_claim (purpose, id);

CREATE INDEX ix_expense_claim_sanctioned_id ON expense_claim (sanctioned, id);

CREATE INDEX ix_expense_claim_state_business_date_id_sanctioned ON expense_claim (state, business_date, id, sanctioned);

CREATE INDEX ix_expense_claim_state_id ON expense_claim (state, id);

CREATE INDEX ix_expense_claim_state_pay_by_sanctioned_offset_total ON expense_claim (state, pay_by, sanctioned, offset_total);

CREATE INDEX ix_expense_claim_state_sanctioned_id ON expense_claim (state, sanctioned, id);

CREATE INDEX ix_expense_claim_voucher_number_id ON expense_claim (voucher_number, id);

CREATE TABLE travel_leg (
  id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  from_place TEXT NOT NULL,
  to_place TEXT NOT NULL,
  departed_on TEXT NOT NULL,
  departed_hour INTEGER NOT NULL,
  arrived_on TEXT NOT NULL,
  arrived_hour INTEGER NOT NULL,
  vehicle TEXT NOT NULL,
  seat TEXT NOT NULL,
  CONSTRAINT pk_travel_leg PRIMARY KEY (id),
  CONSTRAINT uq_travel_leg_claim_id_position UNIQUE (claim_id, position),
  CONSTRAINT ck_travel_leg_vehicle_known CHECK (vehicle IN ('train', 'plane', 'ship', 'coach', 'car', 'taxi')),
  CONSTRAINT ck_travel_leg_departed_on_is_a_day CHECK (departed_on IS date(departed_on, '+0 days')),
  CONSTRAINT ck_travel_leg_arrived_on_is_a_day CHECK (arrived_on IS date(arrived_on, '+0 days')),
  CONSTRAINT ck_travel_leg_departed_hour_of_a_day CHECK (departed_hour BETWEEN 0 AND 23),
  CONSTRAINT ck_travel_leg_arrived_hour_of_a_day CHECK (arrived_hour BETWEEN 0 AND 23),
  CONSTRAINT ck_travel_leg_days_in_order CHECK (departed_on <= arrived_on),
  CONSTRAINT fk_travel_leg_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE TABLE expense_policy (
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  category_id INTEGER,
  city_tier INTEGER,
  grade INTEGER,
  amount INTEGER,
  count INTEGER,
  words TEXT NOT NULL,
  level TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  source TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_expense_policy PRIMARY KEY (id),
  CONSTRAINT ck_expense_policy_kind_known CHECK (kind IN ('category_per_paper', 'category_per_month', 'lodging_per_night', 'meal_per_day', 'local_per_day', 'seat', 'per_head', 'invoice_age', 'consecutive', 'weekend', 'split')),
  CONSTRAINT ck_expense_policy_level_known CHECK (level IN ('stop', 'warn', 'ok')),
  CONSTRAINT ck_expense_policy_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT ck_expense_policy_to_on_is_a_day CHECK (to_on IS date(to_on, '+0 days')),
  CONSTRAINT ck_expense_policy_city_tier_known CHECK (city_tier BETWEEN 1 AND 3),
  CONSTRAINT ck_expense_policy_grade_known CHECK (grade BETWEEN 1 AND 3),
  CONSTRAINT ck_expense_policy_amount_not_negative CHECK (amount >= 0),
  CONSTRAINT ck_expense_policy_count_not_negative CHECK (count >= 0),
  CONSTRAINT ck_expense_policy_days_in_order CHECK (from_on <= to_on),
  CONSTRAINT fk_expense_policy_category_id_expense_category FOREIGN KEY(category_id) REFERENCES expense_category (id)
)
 STRICT;

CREATE INDEX ix_expense_policy_kind_from_on ON expense_policy (kind, from_on);

CREATE TABLE city_tier (
  id INTEGER NOT NULL,
  city TEXT NOT NULL,
  tier INTEGER NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_city_tier PRIMARY KEY (id),
  CONSTRAINT ck_city_tier_tier_known CHECK (tier BETWEEN 1 AND 3),
  CONSTRAINT uq_city_tier_city UNIQUE (city)
)
 STRICT;

CREATE TABLE payee (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  bank_code TEXT NOT NULL,
  tax_id TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_payee PRIMARY KEY (id),
  CONSTRAINT uq_payee_name UNIQUE (name)
)
 STRICT;

CREATE TABLE bank_format (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  file_kind TEXT NOT NULL,
  encoding TEXT NOT NULL,
  control_line INTEGER NOT NULL,
  columns TEXT NOT NULL,
  answer_columns TEXT NOT NULL,
  paid_words TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bank_format PRIMARY KEY (id),
  CONSTRAINT ck_bank_format_file_kind_known CHECK (file_kind IN ('xlsx', 'csv')),
  CONSTRAINT uq_bank_format_code UNIQUE (code),
  CONSTRAINT uq_bank_format_name UNIQUE (name)
)
 STRICT;

CREATE TABLE payment_batch (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  account_id INTEGER NOT NULL,
  account_name TEXT NOT NULL,
  account_number TEXT NOT NULL,
  paid_on TEXT NOT NULL,
  count INTEGER NOT NULL,
  total INTEGER NOT NULL,
  confirmed_count INTEGER NOT NULL,
  confirmed_total INTEGER NOT NULL,
  bounced_count INTEGER NOT NULL,
  format_id INTEGER,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  settled_on TEXT,
  made_by_id INTEGER NOT NULL,
  made_by_name TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_payment_batch PRIMARY KEY (id),
  CONSTRAINT ck_payment_batch_state_known CHECK (state IN ('open', 'sent', 'settled', 'cancelled')),
  CONSTRAINT ck_payment_batch_paid_on_is_a_day CHECK (paid_on IS date(paid_on, '+0 days')),
  CONSTRAINT ck_payment_batch_settled_on_is_a_day CHECK (settled_on IS date(settled_on, '+0 days')),
  CONSTRAINT ck_payment_batch_count_not_negative CHECK (count >= 0),
  CONSTRAINT uq_payment_batch_number UNIQUE (number),
  CONSTRAINT fk_payment_batch_account_id_bank_account FOREIGN KEY(account_id) REFERENCES bank_account (id),
  CONSTRAINT fk_payment_batch_format_id_bank_format FOREIGN KEY(format_id) REFERENCES bank_format (id),
  CONSTRAINT fk_payment_batch_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_payment_batch_account_id ON payment_batch (account_id);

CREATE INDEX ix_payment_batch_state_id ON payment_batch (state, id);

CREATE TABLE payment_line (
  id INTEGER NOT NULL,
  batch_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  claim_number TEXT NOT NULL,
  payee_name TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  amount INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  bank_reference TEXT NOT NULL,
  settled_on TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_payment_line PRIMARY KEY (id),
  CONSTRAINT ck_payment_line_state_known CHECK (state IN ('waiting', 'confirmed', 'bounced', 'taken_out')),
  CONSTRAINT ck_payment_line_settled_on_is_a_day CHECK (settled_on IS date(settled_on, '+0 days')),
  CONSTRAINT uq_payment_line_batch_id_position UNIQUE (batch_id, position),
  CONSTRAINT ck_payment_line_amount_positive CHECK (amount > 0),
  CONSTRAINT fk_payment_line_batch_id_payment_batch FOREIGN KEY(batch_id) REFERENCES payment_batch (id),
  CONSTRAINT fk_payment_line_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE INDEX ix_payment_line_claim_id ON payment_line (claim_id);

CREATE UNIQUE INDEX uq_payment_line_claim_once ON payment_line (claim_id) WHERE state IN ('waiting', 'confirmed');

CREATE TABLE voucher (
  id INTEGER NOT NULL,
  month TEXT NOT NULL,
  type TEXT NOT NULL,
  number INTEGER NOT NULL,
  label TEXT NOT NULL,
  claim_id INTEGER NOT NULL,
  dated_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  attachments INTEGER NOT NULL,
  state TEXT NOT NULL,
  void_reason TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_voucher PRIMARY KEY (id),
  CONSTRAINT ck_voucher_type_known CHECK (type IN ('pay', 'receive', 'transfer')),
  CONSTRAINT ck_voucher_state_known CHECK (state IN ('valid', 'voided')),
  CONSTRAINT ck_voucher_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT ck_voucher_dated_on_is_a_day CHECK (dated_on IS date(dated_on, '+0 days')),
  CONSTRAINT uq_voucher_month_type_number UNIQUE (month, type, number),
  CONSTRAINT ck_voucher_number_positive CHECK (number > 0),
  CONSTRAINT uq_voucher_label UNIQUE (label),
  CONSTRAINT fk_voucher_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE INDEX ix_voucher_claim_id ON voucher (claim_id);

CREATE INDEX ix_voucher_dated_on_id ON voucher (dated_on, id);

CREATE TABLE voucher_month (
  id INTEGER NOT NULL,
  month TEXT NOT NULL,
  bound_on TEXT NOT NULL,
  bound_by_name TEXT NOT NULL,
  count INTEGER NOT NULL,
  voided INTEGER NOT NULL,
  total INTEGER NOT NULL,
  attachments INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  head_seq INTEGER NOT NULL,
  head_mac TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_voucher_month PRIMARY KEY (id),
  CONSTRAINT ck_voucher_month_month_is_a_day CHECK (month IS date(month, '+0 days')),
  CONSTRAINT ck_voucher_month_bound_on_is_a_day CHECK (bound_on IS date(bound_on, '+0 days')),
  CONSTRAINT uq_voucher_month_month UNIQUE (month)
)
 STRICT;

CREATE TABLE funding_source (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_funding_source PRIMARY KEY (id),
  CONSTRAINT uq_funding_source_code UNIQUE (code),
  CONSTRAINT uq_funding_source_name UNIQUE (name)
)
 STRICT;

CREATE TABLE packet (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  funding_source_id INTEGER NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  made_on TEXT NOT NULL,
  lodged_on TEXT,
  lodged_with TEXT NOT NULL,
  answered_on TEXT,
  answer TEXT NOT NULL,
  received_on TEXT,
  account_id INTEGER,
  count INTEGER NOT NULL,
  total INTEGER NOT NULL,
  accepted INTEGER,
  received INTEGER NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_packet PRIMARY KEY (id),
  CONSTRAINT ck_packet_state_known CHECK (state IN ('open', 'lodged', 'answered', 'received')),
  CONSTRAINT ck_packet_made_on_is_a_day CHECK (made_on IS date(made_on, '+0 days')),
  CONSTRAINT ck_packet_lodged_on_is_a_day CHECK (lodged_on IS date(lodged_on, '+0 days')),
  CONSTRAINT ck_packet_answered_on_is_a_day CHECK (answered_on IS date(answered_on, '+0 days')),
  CONSTRAINT ck_packet_received_on_is_a_day CHECK (received_on IS date(received_on, '+0 days')),
  CONSTRAINT ck_packet_received_not_negative CHECK (received >= 0),
  CONSTRAINT uq_packet_number UNIQUE (number),
  CONSTRAINT fk_packet_funding_source_id_funding_source FOREIGN KEY(funding_source_id) REFERENCES funding_source (id),
  CONSTRAINT fk_packet_account_id_bank_account FOREIGN KEY(account_id) REFERENCES bank_account (id)
)
 STRICT;

CREATE INDEX ix_packet_funding_source_id ON packet (funding_source_id);

CREATE INDEX ix_packet_state_id ON packet (state, id);

CREATE TABLE packet_line (
  id INTEGER NOT NULL,
  packet_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  accepted INTEGER,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_packet_line PRIMARY KEY (id),
  CONSTRAINT uq_packet_line_packet_id_position UNIQUE (packet_id, position),
  CONSTRAINT ck_packet_line_accepted_within_amount CHECK (accepted BETWEEN 0 AND amount),
  CONSTRAINT fk_packet_line_packet_id_packet FOREIGN KEY(packet_id) REFERENCES packet (id),
  CONSTRAINT uq_packet_line_claim_id UNIQUE (claim_id),
  CONSTRAINT fk_packet_line_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE TABLE recurring_paper (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  claimant_id INTEGER NOT NULL,
  department_id INTEGER NOT NULL,
  project_id INTEGER,
  category_id INTEGER NOT NULL,
  payee_id INTEGER,
  purpose TEXT NOT NULL,
  every_months INTEGER NOT NULL,
  day_of_month INTEGER NOT NULL,
  next_on TEXT NOT NULL,
  due_from TEXT NOT NULL,
  last_on TEXT,
  lead_days INTEGER NOT NULL,
  total INTEGER NOT NULL,
  active INTEGER NOT NULL,
  last_claim_id INTEGER,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_recurring_paper PRIMARY KEY (id),
  CONSTRAINT ck_recurring_paper_kind_known CHECK (kind IN ('claim', 'advance', 'reversal', 'travel', 'payment', 'repayment')),
  CONSTRAINT ck_recurring_paper_next_on_is_a_day CHECK (next_on IS date(next_on, '+0 days')),
  CONSTRAINT ck_recurring_paper_due_from_is_a_day CHECK (due_from IS date(due_from, '+0 days')),
  CONSTRAINT ck_recurring_paper_last_on_is_a_day CHECK (last_on IS date(last_on, '+0 days')),
  CONSTRAINT ck_recurring_paper_every_months_range CHECK (every_months BETWEEN 1 AND 24),
  CONSTRAINT ck_recurring_paper_day_of_month_range CHECK (day_of_month BETWEEN 1 AND 31),
  CONSTRAINT ck_recurring_paper_lead_days_range CHECK (lead_days BETWEEN 0 AND 60),
  CONSTRAINT uq_recurring_paper_name UNIQUE (name),
  CONSTRAINT fk_recurring_paper_claimant_id_employee FOREIGN KEY(claimant_id) REFERENCES employee (id),
  CONSTRAINT fk_recurring_paper_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_recurring_paper_project_id_project FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_recurring_paper_category_id_expense_category FOREIGN KEY(category_id) REFERENCES expense_category (id),
  CONSTRAINT fk_recurring_paper_payee_id_payee FOREIGN KEY(payee_id) REFERENCES payee (id),
  CONSTRAINT fk_recurring_paper_last_claim_id_expense_claim FOREIGN KEY(last_claim_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE INDEX ix_recurring_paper_next_on ON recurring_paper (next_on);

CREATE TABLE recurring_line (
  id INTEGER NOT NULL,
  recurring_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  employee_id INTEGER,
  amount INTEGER NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_recurring_line PRIMARY KEY (id),
  CONSTRAINT uq_recurring_line_recurring_id_position UNIQUE (recurring_id, position),
  CONSTRAINT ck_recurring_line_amount_positive CHECK (amount > 0),
  CONSTRAINT fk_recurring_line_recurring_id_recurring_paper FOREIGN KEY(recurring_id) REFERENCES recurring_paper (id),
  CONSTRAINT fk_recurring_line_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE absence (
  id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  substitute_id INTEGER,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_absence PRIMARY KEY (id),
  CONSTRAINT ck_absence_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT ck_absence_to_on_is_a_day CHECK (to_on IS date(to_on, '+0 days')),
  CONSTRAINT ck_absence_days_in_order CHECK (from_on <= to_on),
  CONSTRAINT ck_absence_somebody_else CHECK (substitute_id <> user_id),
  CONSTRAINT fk_absence_user_id_user_account FOREIGN KEY(user_id) REFERENCES user_account (id),
  CONSTRAINT fk_absence_substitute_id_user_account FOREIGN KEY(substitute_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_absence_substitute_id_from_on ON absence (substitute_id, from_on);

CREATE INDEX ix_absence_user_id_from_on ON absence (user_id, from_on);

CREATE VIRTUAL TABLE expense_policy_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE city_tier_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE payee_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE bank_format_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE payment_batch_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE voucher_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE funding_source_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE packet_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE recurring_paper_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE absence_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE invoice_search USING fts5(body, content='', contentless_delete=1);
