-- New tables, then what the others gain; the guards come anew with 0002_guards.

DROP TRIGGER audit_entry_in_order ON audit_entry;

DROP TRIGGER audit_entry_immutable ON audit_entry;

DROP TRIGGER audit_entry_no_truncate ON audit_entry;

DROP TRIGGER approval_decision_immutable ON approval_decision;

DROP TRIGGER approval_decision_not_own ON approval_decision;

DROP TRIGGER expense_line_frozen ON expense_line;

DROP TRIGGER advance_offset_frozen ON advance_offset;

DROP TRIGGER expense_claim_guard ON expense_claim;

DROP TRIGGER attachment_kept ON attachment;

DROP TRIGGER invoice_kept ON invoice;

CREATE TABLE travel_leg (
  id BIGSERIAL NOT NULL,
  claim_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  from_place TEXT NOT NULL,
  to_place TEXT NOT NULL,
  departed_on TEXT NOT NULL,
  departed_hour BIGINT NOT NULL,
  arrived_on TEXT NOT NULL,
  arrived_hour BIGINT NOT NULL,
  vehicle TEXT NOT NULL,
  seat TEXT NOT NULL,
  CONSTRAINT pk_travel_leg PRIMARY KEY (id),
  CONSTRAINT uq_travel_leg_claim_id_position UNIQUE (claim_id, position),
  CONSTRAINT ck_travel_leg_vehicle_known CHECK (vehicle IN ('train', 'plane', 'ship', 'coach', 'car', 'taxi')),
  CONSTRAINT ck_travel_leg_departed_hour_of_a_day CHECK (departed_hour BETWEEN 0 AND 23),
  CONSTRAINT ck_travel_leg_arrived_hour_of_a_day CHECK (arrived_hour BETWEEN 0 AND 23),
  CONSTRAINT ck_travel_leg_days_in_order CHECK (departed_on <= arrived_on),
  CONSTRAINT fk_travel_leg_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
);

CREATE TABLE expense_policy (
  id BIGSERIAL NOT NULL,
  kind TEXT NOT NULL,
  category_id BIGINT,
  city_tier BIGINT,
  grade BIGINT,
  amount BIGINT,
  count BIGINT,
  words TEXT NOT NULL,
  level TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  source TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_expense_policy PRIMARY KEY (id),
  CONSTRAINT ck_expense_policy_kind_known CHECK (kind IN ('category_per_paper', 'category_per_month', 'lodging_per_night', 'meal_per_day', 'local_per_day', 'seat', 'per_head', 'invoice_age', 'consecutive', 'weekend', 'split')),
  CONSTRAINT ck_expense_policy_level_known CHECK (level IN ('stop', 'warn', 'ok')),
  CONSTRAINT ck_expense_policy_city_tier_known CHECK (city_tier BETWEEN 1 AND 3),
  CONSTRAINT ck_expense_policy_grade_known CHECK (grade BETWEEN 1 AND 3),
  CONSTRAINT ck_expense_policy_amount_not_negative CHECK (amount >= 0),
  CONSTRAINT ck_expense_policy_count_not_negative CHECK (count >= 0),
  CONSTRAINT ck_expense_policy_days_in_order CHECK (from_on <= to_on),
  CONSTRAINT fk_expense_policy_category_id_expense_category FOREIGN KEY(category_id) REFERENCES expense_category (id)
);

CREATE INDEX ix_expense_policy_kind_from_on ON expense_policy (kind, from_on);

CREATE TABLE city_tier (
  id BIGSERIAL NOT NULL,
  city TEXT NOT NULL,
  tier BIGINT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_city_tier PRIMARY KEY (id),
  CONSTRAINT ck_city_tier_tier_known CHECK (tier BETWEEN 1 AND 3),
  CONSTRAINT uq_city_tier_city UNIQUE (city)
);

CREATE TABLE payee (
  id BIGSERIAL NOT NULL,
  name TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  bank_code TEXT NOT NULL,
  tax_id TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_payee PRIMARY KEY (id),
  CONSTRAINT uq_payee_name UNIQUE (name)
);

CREATE TABLE bank_format (
  id BIGSERIAL NOT NULL,
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
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bank_format PRIMARY KEY (id),
  CONSTRAINT ck_bank_format_file_kind_known CHECK (file_kind IN ('xlsx', 'csv')),
  CONSTRAINT uq_bank_format_code UNIQUE (code),
  CONSTRAINT uq_bank_format_name UNIQUE (name)
);

CREATE TABLE voucher (
  id BIGSERIAL NOT NULL,
  month TEXT NOT NULL,
  type TEXT NOT NULL,
  number BIGINT NOT NULL,
  label TEXT NOT NULL,
  claim_id BIGINT NOT NULL,
  dated_on TEXT NOT NULL,
  amount BIGINT NOT NULL,
  attachments BIGINT NOT NULL,
  state TEXT NOT NULL,
  void_reason TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_voucher PRIMARY KEY (id),
  CONSTRAINT ck_voucher_type_known CHECK (type IN ('pay', 'receive', 'transfer')),
  CONSTRAINT ck_voucher_state_known CHECK (state IN ('valid', 'voided')),
  CONSTRAINT uq_voucher_month_type_number UNIQUE (month, type, number),
  CONSTRAINT ck_voucher_number_positive CHECK (number > 0),
  CONSTRAINT uq_voucher_label UNIQUE (label),
  CONSTRAINT fk_voucher_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
);

CREATE INDEX ix_voucher_claim_id ON voucher (claim_id);

CREATE INDEX ix_voucher_dated_on_id ON voucher (dated_on, id);

CREATE TABLE voucher_month (
  id BIGSERIAL NOT NULL,
  month TEXT NOT NULL,
  bound_on TEXT NOT NULL,
  bound_by_name TEXT NOT NULL,
  count BIGINT NOT NULL,
  voided BIGINT NOT NULL,
  total BIGINT NOT NULL,
  attachments BIGINT NOT NULL,
  pages BIGINT NOT NULL,
  head_seq BIGINT NOT NULL,
  head_mac TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_voucher_month PRIMARY KEY (id),
  CONSTRAINT uq_voucher_month_month UNIQUE (month)
);

CREATE TABLE funding_source (
  id BIGSERIAL NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_funding_source PRIMARY KEY (id),
  CONSTRAINT uq_funding_source_code UNIQUE (code),
  CONSTRAINT uq_funding_source_name UNIQUE (name)
);

CREATE TABLE absence (
  id BIGSERIAL NOT NULL,
  user_id BIGINT NOT NULL,
  substitute_id BIGINT,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_absence PRIMARY KEY (id),
  CONSTRAINT ck_absence_days_in_order CHECK (from_on <= to_on),
  CONSTRAINT ck_absence_somebody_else CHECK (substitute_id <> user_id),
  CONSTRAINT fk_absence_user_id_user_account FOREIGN KEY(user_id) REFERENCES user_account (id),
  CONSTRAINT fk_absence_substitute_id_user_account FOREIGN KEY(substitute_id) REFERENCES user_account (id)
);

CREATE INDEX ix_absence_user_id_from_on ON absence (user_id, from_on);

CREATE INDEX ix_absence_substitute_id_from_on ON absence (substitute_id, from_on);

CREATE TABLE payment_batch (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  account_id BIGINT NOT NULL,
  account_name TEXT NOT NULL,
  account_number TEXT NOT NULL,
  paid_on TEXT NOT NULL,
  count BIGINT NOT NULL,
  total BIGINT NOT NULL,
  confirmed_count BIGINT NOT NULL,
  confirmed_total BIGINT NOT NULL,
  bounced_count BIGINT NOT NULL,
  format_id BIGINT,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  settled_on TEXT,
  made_by_id BIGINT NOT NULL,
  made_by_name TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_payment_batch PRIMARY KEY (id),
  CONSTRAINT ck_payment_batch_state_known CHECK (state IN ('open', 'sent', 'settled', 'cancelled')),
  CONSTRAINT ck_payment_batch_count_not_negative CHECK (count >= 0),
  CONSTRAINT uq_payment_batch_number UNIQUE (number),
  CONSTRAINT fk_payment_batch_account_id_bank_account FOREIGN KEY(account_id) REFERENCES bank_account (id),
  CONSTRAINT fk_payment_batch_format_id_bank_format FOREIGN KEY(format_id) REFERENCES bank_format (id),
  CONSTRAINT fk_payment_batch_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
);

CREATE INDEX ix_payment_batch_account_id ON payment_batch (account_id);

CREATE INDEX ix_payment_batch_state_id ON payment_batch (state, id);

CREATE TABLE packet (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  funding_source_id BIGINT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  made_on TEXT NOT NULL,
  lodged_on TEXT,
  lodged_with TEXT NOT NULL,
  answered_on TEXT,
  answer TEXT NOT NULL,
  received_on TEXT,
  account_id BIGINT,
  count BIGINT NOT NULL,
  total BIGINT NOT NULL,
  accepted BIGINT,
  received BIGINT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_packet PRIMARY KEY (id),
  CONSTRAINT ck_packet_state_known CHECK (state IN ('open', 'lodged', 'answered', 'received')),
  CONSTRAINT ck_packet_received_not_negative CHECK (received >= 0),
  CONSTRAINT uq_packet_number UNIQUE (number),
  CONSTRAINT fk_packet_funding_source_id_funding_source FOREIGN KEY(funding_source_id) REFERENCES funding_source (id),
  CONSTRAINT fk_packet_account_id_bank_account FOREIGN KEY(account_id) REFERENCES bank_account (id)
);

CREATE INDEX ix_packet_funding_source_id ON packet (funding_source_id);

CREATE INDEX ix_packet_state_id ON packet (state, id);

CREATE TABLE recurring_paper (
  id BIGSERIAL NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  claimant_id BIGINT NOT NULL,
  department_id BIGINT NOT NULL,
  project_id BIGINT,
  category_id BIGINT NOT NULL,
  payee_id BIGINT,
  purpose TEXT NOT NULL,
  every_months BIGINT NOT NULL,
  day_of_month BIGINT NOT NULL,
  next_on TEXT NOT NULL,
  due_from TEXT NOT NULL,
  last_on TEXT,
  lead_days BIGINT NOT NULL,
  total BIGINT NOT NULL,
  active INTEGER NOT NULL,
  last_claim_id BIGINT,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_recurring_paper PRIMARY KEY (id),
  CONSTRAINT ck_recurring_paper_kind_known CHECK (kind IN ('claim', 'advance', 'reversal', 'travel', 'payment', 'repayment')),
  CONSTRAINT ck_recurring_paper_every_months_range CHECK (every_months BETWEEN 1 AND 24),
  CONSTRAINT ck_recurring_paper_day_of_month_range CHECK (day_of_month BETWEEN 1 AND 31),
  CONSTRAINT ck_recurring_paper_lead_days_range CHECK (lead_days BETWEEN 0 AND 60),
  CONSTRAINT uq_recurring_paper_name UNIQUE (name),
  CONSTRAINT fk_recurring_paper_claimant_id_employee FOREIGN KEY(claimant_id) REFERENCES employee (id),
  CONSTRAINT fk_recurring_paper_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_recurring_paper_project_id_project FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_recurring_paper_category_id_expense_category FOREIGN KEY(category_id) REFERENCES expense_category (id),
  CONSTRAINT fk_recurring_paper_payee_id_payee FOREIGN KEY(payee_id) REFERENCES payee (id)
);

CREATE INDEX ix_recurring_paper_next_on ON recurring_paper (next_on);

CREATE TABLE payment_line (
  id BIGSERIAL NOT NULL,
  batch_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  claim_id BIGINT NOT NULL,
  claim_number TEXT NOT NULL,
  payee_name TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  amount BIGINT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  bank_reference TEXT NOT NULL,
  settled_on TEXT,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_payment_line PRIMARY KEY (id),
  CONSTRAINT ck_payment_line_state_known CHECK (state IN ('waiting', 'confirmed', 'bounced', 'taken_out')),
  CONSTRAINT uq_payment_line_batch_id_position UNIQUE (batch_id, position),
  CONSTRAINT ck_payment_line_amount_positive CHECK (amount > 0),
  CONSTRAINT fk_payment_line_batch_id_payment_batch FOREIGN KEY(batch_id) REFERENCES payment_batch (id),
  CONSTRAINT fk_payment_line_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
);

CREATE UNIQUE INDEX uq_payment_line_claim_once ON payment_line (claim_id) WHERE state IN ('waiting', 'confirmed');

CREATE INDEX ix_payment_line_claim_id ON payment_line (claim_id);

CREATE TABLE packet_line (
  id BIGSERIAL NOT NULL,
  packet_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  claim_id BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  accepted BIGINT,
  note TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_packet_line PRIMARY KEY (id),
  CONSTRAINT uq_packet_line_packet_id_position UNIQUE (packet_id, position),
  CONSTRAINT ck_packet_line_accepted_within_amount CHECK (accepted BETWEEN 0 AND amount),
  CONSTRAINT fk_packet_line_packet_id_packet FOREIGN KEY(packet_id) REFERENCES packet (id),
  CONSTRAINT uq_packet_line_claim_id UNIQUE (claim_id),
  CONSTRAINT fk_packet_line_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
);

CREATE TABLE recurring_line (
  id BIGSERIAL NOT NULL,
  recurring_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  label TEXT NOT NULL,
  employee_id BIGINT,
  amount BIGINT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_recurring_line PRIMARY KEY (id),
  CONSTRAINT uq_recurring_line_recurring_id_position UNIQUE (recurring_id, position),
  CONSTRAINT ck_recurring_line_amount_positive CHECK (amount > 0),
  CONSTRAINT fk_recurring_line_recurring_id_recurring_paper FOREIGN KEY(recurring_id) REFERENCES recurring_paper (id),
  CONSTRAINT fk_recurring_line_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
);

ALTER TABLE recurring_paper ADD CONSTRAINT fk_recurring_paper_last_claim_id_expense_claim FOREIGN KEY(last_claim_id) REFERENCES expense_claim (id);

ALTER TABLE expense_category ADD COLUMN role TEXT NOT NULL DEFAULT 'general';

ALTER TABLE expense_category ALTER COLUMN role DROP DEFAULT;

ALTER TABLE expense_category ADD COLUMN account_code TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_category ALTER COLUMN account_code DROP DEFAULT;

ALTER TABLE expense_category ADD COLUMN account_name TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_category ALTER COLUMN account_name DROP DEFAULT;

ALTER TABLE expense_category ADD CONSTRAINT ck_expense_category_role_known CHECK (role IN ('general', 'transport', 'lodging', 'local', 'allowance', 'entertainment'));

ALTER TABLE employee ADD COLUMN grade BIGINT NOT NULL DEFAULT 3;

ALTER TABLE employee ALTER COLUMN grade DROP DEFAULT;

ALTER TABLE employee ADD CONSTRAINT ck_employee_grade_known CHECK (grade BETWEEN 1 AND 3);

ALTER TABLE bank_account ADD COLUMN account_code TEXT NOT NULL DEFAULT '';

ALTER TABLE bank_account ALTER COLUMN account_code DROP DEFAULT;

ALTER TABLE invoice ADD COLUMN state TEXT;

ALTER TABLE invoice ADD COLUMN seen_on TEXT;

ALTER TABLE invoice ADD COLUMN marked_on TEXT;

ALTER TABLE invoice ADD COLUMN mark_note TEXT NOT NULL DEFAULT '';

ALTER TABLE invoice ALTER COLUMN mark_note DROP DEFAULT;

ALTER TABLE invoice ADD COLUMN pages BIGINT NOT NULL DEFAULT 1;

ALTER TABLE invoice ALTER COLUMN pages DROP DEFAULT;

ALTER TABLE invoice ADD COLUMN search_text TEXT NOT NULL DEFAULT '';

ALTER TABLE invoice ALTER COLUMN search_text DROP DEFAULT;

UPDATE invoice SET state = CASE WHEN used_key IS NULL THEN 'unused' ELSE 'used' END, seen_on = substr(created_at, 1, 10);

ALTER TABLE invoice ALTER COLUMN state SET NOT NULL;

ALTER TABLE invoice ALTER COLUMN claim_id DROP NOT NULL;

ALTER TABLE invoice ADD CONSTRAINT ck_invoice_state_known CHECK (state IN ('unused', 'used', 'red_lettered', 'cancelled'));

CREATE INDEX ix_invoice_issued_on_id_tax ON invoice (issued_on, id, tax);

CREATE INDEX ix_invoice_number_id ON invoice (number, id);

CREATE INDEX ix_invoice_seen_on_id ON invoice (seen_on, id);

CREATE INDEX ix_invoice_seller_name_id ON invoice (seller_name, id);

CREATE INDEX ix_invoice_state_issued_on_id_tax ON invoice (state, issued_on, id, tax);

CREATE INDEX ix_invoice_state_seen_on ON invoice (state, seen_on);

CREATE INDEX ix_invoice_total_id ON invoice (total, id);

ALTER TABLE approval_step ADD COLUMN for_name TEXT NOT NULL DEFAULT '';

ALTER TABLE approval_step ALTER COLUMN for_name DROP DEFAULT;

ALTER TABLE approval_step ADD COLUMN added_by_name TEXT NOT NULL DEFAULT '';

ALTER TABLE approval_step ALTER COLUMN added_by_name DROP DEFAULT;

ALTER TABLE approval_step DROP CONSTRAINT ck_approval_step_state_known;

ALTER TABLE approval_step ADD CONSTRAINT ck_approval_step_state_known CHECK (state IN ('waiting', 'pending', 'approved', 'returned', 'cancelled', 'referred'));

ALTER TABLE approval_decision ADD COLUMN for_name TEXT NOT NULL DEFAULT '';

ALTER TABLE approval_decision ALTER COLUMN for_name DROP DEFAULT;

ALTER TABLE approval_decision DROP CONSTRAINT ck_approval_decision_decision_known;

ALTER TABLE approval_decision ADD CONSTRAINT ck_approval_decision_decision_known CHECK (decision IN ('submit', 'approve', 'return', 'withdraw', 'refer', 'add_signer', 'remind'));

ALTER TABLE expense_line ADD COLUMN city TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_line ALTER COLUMN city DROP DEFAULT;

ALTER TABLE expense_line ADD COLUMN nights BIGINT;

ALTER TABLE expense_line ADD COLUMN headcount BIGINT;

ALTER TABLE expense_line ADD COLUMN leg BIGINT;

ALTER TABLE expense_line ADD CONSTRAINT ck_expense_line_nights_positive CHECK (nights > 0);

ALTER TABLE expense_line ADD CONSTRAINT ck_expense_line_headcount_positive CHECK (headcount > 0);

CREATE INDEX ix_expense_line_category_id_spent_on ON expense_line (category_id, spent_on);

ALTER TABLE expense_claim ADD COLUMN held_since TEXT;

ALTER TABLE expense_claim ADD COLUMN reminded_at TEXT;

ALTER TABLE expense_claim ADD COLUMN late_days BIGINT;

ALTER TABLE expense_claim ADD COLUMN grade BIGINT;

ALTER TABLE expense_claim ADD COLUMN payee_id BIGINT;

ALTER TABLE expense_claim ADD COLUMN payee_name TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_claim ALTER COLUMN payee_name DROP DEFAULT;

ALTER TABLE expense_claim ADD COLUMN payee_bank TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_claim ALTER COLUMN payee_bank DROP DEFAULT;

ALTER TABLE expense_claim ADD COLUMN payee_account TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_claim ALTER COLUMN payee_account DROP DEFAULT;

ALTER TABLE expense_claim ADD COLUMN contract_number TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_claim ALTER COLUMN contract_number DROP DEFAULT;

ALTER TABLE expense_claim ADD COLUMN contract_amount BIGINT;

ALTER TABLE expense_claim ADD COLUMN paid_before BIGINT NOT NULL DEFAULT 0;

ALTER TABLE expense_claim ALTER COLUMN paid_before DROP DEFAULT;

ALTER TABLE expense_claim ADD COLUMN invoice_promise TEXT;

ALTER TABLE expense_claim ADD COLUMN invoice_due_on TEXT;

ALTER TABLE expense_claim ADD COLUMN invoice_owed BIGINT NOT NULL DEFAULT 0;

ALTER TABLE expense_claim ALTER COLUMN invoice_owed DROP DEFAULT;

ALTER TABLE expense_claim ADD COLUMN pay_month TEXT;

ALTER TABLE expense_claim ADD COLUMN funding_source_id BIGINT;

ALTER TABLE expense_claim ADD COLUMN recurring_id BIGINT;

ALTER TABLE expense_claim ADD COLUMN batch_number TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_claim ALTER COLUMN batch_number DROP DEFAULT;

ALTER TABLE expense_claim ADD COLUMN packet_number TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_claim ALTER COLUMN packet_number DROP DEFAULT;

ALTER TABLE expense_claim ADD COLUMN voucher_number TEXT NOT NULL DEFAULT '';

ALTER TABLE expense_claim ALTER COLUMN voucher_number DROP DEFAULT;

UPDATE expense_claim SET held_since = CASE WHEN state IN ('submitted', 'to_pay') THEN updated_at END;

ALTER TABLE expense_claim DROP CONSTRAINT ck_expense_claim_kind_known;

ALTER TABLE expense_claim ADD CONSTRAINT ck_expense_claim_kind_known CHECK (kind IN ('claim', 'advance', 'reversal', 'travel', 'payment', 'repayment'));

ALTER TABLE expense_claim ADD CONSTRAINT ck_expense_claim_invoice_owed_not_negative CHECK (invoice_owed >= 0);

ALTER TABLE expense_claim ADD CONSTRAINT fk_expense_claim_payee_id_payee FOREIGN KEY(payee_id) REFERENCES payee (id);

ALTER TABLE expense_claim ADD CONSTRAINT fk_expense_claim_funding_source_id_funding_source FOREIGN KEY(funding_source_id) REFERENCES funding_source (id);

ALTER TABLE expense_claim ADD CONSTRAINT fk_expense_claim_recurring_id_recurring_paper FOREIGN KEY(recurring_id) REFERENCES recurring_paper (id);

CREATE INDEX ix_expense_claim_funding_source_id_packet_number ON expense_claim (funding_source_id, packet_number);

CREATE INDEX ix_expense_claim_invoice_owed_invoice_due_on ON expense_claim (invoice_owed, invoice_due_on);

CREATE INDEX ix_expense_claim_paid_on_id_late_days ON expense_claim (paid_on, id, late_days);

CREATE INDEX ix_expense_claim_payee_name_contract_number ON expense_claim (payee_name, contract_number);

CREATE INDEX ix_expense_claim_voucher_number_id ON expense_claim (voucher_number, id);
