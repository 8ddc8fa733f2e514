-- Assets, bids, certificates: new tables only; what was there stays as it is.

CREATE TABLE asset_class (
  id BIGSERIAL NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id BIGINT,
  months BIGINT NOT NULL,
  residual_rate BIGINT NOT NULL,
  method TEXT NOT NULL,
  tax_class TEXT NOT NULL,
  unit TEXT NOT NULL,
  account_code TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
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
);

CREATE TABLE bid_digest (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  leads BIGINT NOT NULL,
  fresh BIGINT NOT NULL,
  made_by_name TEXT NOT NULL,
  department_id BIGINT,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid_digest PRIMARY KEY (id),
  CONSTRAINT uq_bid_digest_number UNIQUE (number),
  CONSTRAINT fk_bid_digest_department_id_department FOREIGN KEY(department_id) REFERENCES department (id)
);

CREATE TABLE bid_template (
  id BIGSERIAL NOT NULL,
  name TEXT NOT NULL,
  method TEXT NOT NULL,
  items TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid_template PRIMARY KEY (id),
  CONSTRAINT uq_bid_template_name UNIQUE (name)
);

CREATE TABLE certificate_kind (
  id BIGSERIAL NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  "group" TEXT NOT NULL,
  holder TEXT NOT NULL,
  months BIGINT NOT NULL,
  lead_days BIGINT NOT NULL,
  reminders TEXT NOT NULL,
  duties TEXT NOT NULL,
  steps TEXT NOT NULL,
  cost BIGINT,
  source TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_certificate_kind PRIMARY KEY (id),
  CONSTRAINT ck_certificate_kind_holder_known CHECK (holder IN ('company', 'person')),
  CONSTRAINT ck_certificate_kind_times_not_negative CHECK (months >= 0 AND lead_days >= 0),
  CONSTRAINT uq_certificate_kind_code UNIQUE (code),
  CONSTRAINT uq_certificate_kind_name UNIQUE (name)
);

CREATE TABLE depreciation_run (
  id BIGSERIAL NOT NULL,
  month TEXT NOT NULL,
  state TEXT NOT NULL,
  assets BIGINT NOT NULL,
  cost BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  accumulated BIGINT NOT NULL,
  net BIGINT NOT NULL,
  tax_amount BIGINT NOT NULL,
  made_by_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_depreciation_run PRIMARY KEY (id),
  CONSTRAINT ck_depreciation_run_state_known CHECK (state IN ('open', 'closed')),
  CONSTRAINT uq_depreciation_run_month UNIQUE (month)
);

CREATE TABLE place (
  id BIGSERIAL NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id BIGINT,
  path TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_place PRIMARY KEY (id),
  CONSTRAINT ck_place_not_its_own_parent CHECK (parent_id IS NULL OR parent_id <> id),
  CONSTRAINT uq_place_code UNIQUE (code),
  CONSTRAINT fk_place_parent_id_place FOREIGN KEY(parent_id) REFERENCES place (id),
  CONSTRAINT uq_place_path UNIQUE (path)
);

CREATE TABLE reminder (
  id BIGSERIAL NOT NULL,
  record_kind TEXT NOT NULL,
  record_id BIGINT NOT NULL,
  code TEXT NOT NULL,
  due_on TEXT NOT NULL,
  snoozed_until TEXT,
  reason TEXT NOT NULL,
  handled_on TEXT,
  made_by_name TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_reminder PRIMARY KEY (id),
  CONSTRAINT uq_reminder_record_kind_record_id_code_due_on UNIQUE (record_kind, record_id, code, due_on)
);

CREATE INDEX ix_reminder_snoozed_until ON reminder (snoozed_until);

CREATE TABLE supply_kind (
  id BIGSERIAL NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_supply_kind PRIMARY KEY (id),
  CONSTRAINT uq_supply_kind_code UNIQUE (code),
  CONSTRAINT uq_supply_kind_name UNIQUE (name)
);

CREATE TABLE supply (
  id BIGSERIAL NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  low_stock BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  value BIGINT NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_supply PRIMARY KEY (id),
  CONSTRAINT ck_supply_never_negative CHECK (quantity >= 0 AND value >= 0 AND low_stock >= 0),
  CONSTRAINT uq_supply_code UNIQUE (code)
);

CREATE INDEX ix_supply_kind_id ON supply (kind, id);

CREATE TABLE benefit_sheet (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  on_day TEXT NOT NULL,
  supply_id BIGINT NOT NULL,
  closed_on TEXT,
  made_by_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_benefit_sheet PRIMARY KEY (id),
  CONSTRAINT uq_benefit_sheet_number UNIQUE (number),
  CONSTRAINT fk_benefit_sheet_supply_id_supply FOREIGN KEY(supply_id) REFERENCES supply (id)
);

CREATE TABLE bid_lead (
  id BIGSERIAL NOT NULL,
  province TEXT NOT NULL,
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  tender_number TEXT NOT NULL,
  budget BIGINT,
  found_on TEXT NOT NULL,
  published_on TEXT,
  register_until TEXT,
  deadline_on TEXT,
  link TEXT NOT NULL,
  department_id BIGINT,
  state TEXT NOT NULL,
  drop_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  match_key TEXT NOT NULL,
  digest_id BIGINT,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid_lead PRIMARY KEY (id),
  CONSTRAINT ck_bid_lead_state_known CHECK (state IN ('new', 'kept', 'dropped', 'bid')),
  CONSTRAINT fk_bid_lead_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_bid_lead_digest_id_bid_digest FOREIGN KEY(digest_id) REFERENCES bid_digest (id)
);

CREATE INDEX ix_bid_lead_found_on ON bid_lead (found_on);

CREATE INDEX ix_bid_lead_match_key ON bid_lead (match_key);

CREATE INDEX ix_bid_lead_province_id ON bid_lead (province, id);

CREATE INDEX ix_bid_lead_state_id ON bid_lead (state, id);

CREATE TABLE supply_stock (
  supply_id BIGINT NOT NULL,
  place_id BIGINT NOT NULL,
  quantity BIGINT NOT NULL,
  CONSTRAINT pk_supply_stock PRIMARY KEY (supply_id, place_id),
  CONSTRAINT ck_supply_stock_never_negative CHECK (quantity >= 0),
  CONSTRAINT fk_supply_stock_supply_id_supply FOREIGN KEY(supply_id) REFERENCES supply (id),
  CONSTRAINT fk_supply_stock_place_id_place FOREIGN KEY(place_id) REFERENCES place (id)
);

CREATE TABLE benefit_line (
  id BIGSERIAL NOT NULL,
  sheet_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  employee_id BIGINT NOT NULL,
  employee_name TEXT NOT NULL,
  department_name TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  received_on TEXT,
  note TEXT NOT NULL,
  CONSTRAINT pk_benefit_line PRIMARY KEY (id),
  CONSTRAINT uq_benefit_line_sheet_id_employee_id UNIQUE (sheet_id, employee_id),
  CONSTRAINT fk_benefit_line_sheet_id_benefit_sheet FOREIGN KEY(sheet_id) REFERENCES benefit_sheet (id),
  CONSTRAINT fk_benefit_line_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
);

CREATE TABLE certificate (
  id BIGSERIAL NOT NULL,
  kind_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  employee_id BIGINT,
  holder_name TEXT NOT NULL,
  issuer TEXT NOT NULL,
  scope TEXT NOT NULL,
  level TEXT NOT NULL,
  issued_on TEXT,
  valid_from TEXT,
  valid_to TEXT,
  state TEXT NOT NULL,
  state_before TEXT,
  originals BIGINT NOT NULL,
  copies BIGINT NOT NULL,
  original_place TEXT NOT NULL,
  copy_place TEXT NOT NULL,
  keeper_id BIGINT,
  successor_id BIGINT,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_certificate PRIMARY KEY (id),
  CONSTRAINT ck_certificate_state_known CHECK (state IN ('valid', 'in_progress', 'lapsed', 'suspended', 'revoked', 'archived')),
  CONSTRAINT ck_certificate_state_before_known CHECK (state_before IN ('valid', 'in_progress', 'lapsed', 'suspended', 'revoked', 'archived')),
  CONSTRAINT ck_certificate_days_in_order CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to),
  CONSTRAINT ck_certificate_counts_not_negative CHECK (originals >= 0 AND copies >= 0),
  CONSTRAINT fk_certificate_kind_id_certificate_kind FOREIGN KEY(kind_id) REFERENCES certificate_kind (id),
  CONSTRAINT fk_certificate_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_certificate_keeper_id_employee FOREIGN KEY(keeper_id) REFERENCES employee (id),
  CONSTRAINT fk_certificate_successor_id_certificate FOREIGN KEY(successor_id) REFERENCES certificate (id)
);

CREATE INDEX ix_certificate_employee_id ON certificate (employee_id);

CREATE INDEX ix_certificate_kind_id ON certificate (kind_id);

CREATE INDEX ix_certificate_state_valid_to ON certificate (state, valid_to);

CREATE TABLE supply_movement (
  id BIGSERIAL NOT NULL,
  supply_id BIGINT NOT NULL,
  act TEXT NOT NULL,
  slip TEXT NOT NULL,
  on_day TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  value BIGINT NOT NULL,
  moved BIGINT NOT NULL,
  place_id BIGINT,
  to_place_id BIGINT,
  department_id BIGINT,
  employee_id BIGINT,
  benefit_id BIGINT,
  book BIGINT,
  found BIGINT,
  reverses_id BIGINT,
  supplier TEXT NOT NULL,
  note TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CONSTRAINT pk_supply_movement PRIMARY KEY (id),
  CONSTRAINT ck_supply_movement_act_known CHECK (act IN ('receive', 'issue', 'return', 'count', 'transfer')),
  CONSTRAINT fk_supply_movement_supply_id_supply FOREIGN KEY(supply_id) REFERENCES supply (id),
  CONSTRAINT fk_supply_movement_place_id_place FOREIGN KEY(place_id) REFERENCES place (id),
  CONSTRAINT fk_supply_movement_to_place_id_place FOREIGN KEY(to_place_id) REFERENCES place (id),
  CONSTRAINT fk_supply_movement_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_supply_movement_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_supply_movement_benefit_id_benefit_sheet FOREIGN KEY(benefit_id) REFERENCES benefit_sheet (id),
  CONSTRAINT uq_supply_movement_reverses_id UNIQUE (reverses_id),
  CONSTRAINT fk_supply_movement_reverses_id_supply_movement FOREIGN KEY(reverses_id) REFERENCES supply_movement (id)
);

CREATE INDEX ix_supply_movement_on_day_id ON supply_movement (on_day, id);

CREATE INDEX ix_supply_movement_slip ON supply_movement (slip);

CREATE INDEX ix_supply_movement_supply_id_id ON supply_movement (supply_id, id);

CREATE TABLE asset_disposal (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  title TEXT NOT NULL,
  on_day TEXT NOT NULL,
  department_id BIGINT,
  department_name TEXT NOT NULL,
  amount BIGINT NOT NULL,
  buyer TEXT NOT NULL,
  note TEXT NOT NULL,
  made_by_id BIGINT NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_disposal PRIMARY KEY (id),
  CONSTRAINT ck_asset_disposal_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_asset_disposal_reason_known CHECK (reason IN ('scrap', 'sale', 'donation', 'loss', 'damage')),
  CONSTRAINT uq_asset_disposal_number UNIQUE (number),
  CONSTRAINT fk_asset_disposal_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_asset_disposal_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
);

CREATE INDEX ix_asset_disposal_state_id ON asset_disposal (state, id);

CREATE TABLE asset_request (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  department_id BIGINT NOT NULL,
  department_name TEXT NOT NULL,
  amount BIGINT NOT NULL,
  reason TEXT NOT NULL,
  wanted_on TEXT,
  closed_on TEXT,
  made_by_id BIGINT NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_request PRIMARY KEY (id),
  CONSTRAINT ck_asset_request_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT uq_asset_request_number UNIQUE (number),
  CONSTRAINT fk_asset_request_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_asset_request_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
);

CREATE INDEX ix_asset_request_state_id ON asset_request (state, id);

CREATE TABLE bid (
  id BIGSERIAL NOT NULL,
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
  budget BIGINT,
  requirements TEXT NOT NULL,
  department_id BIGINT,
  owner_id BIGINT,
  signer_id BIGINT,
  copies BIGINT NOT NULL,
  document_fee BIGINT NOT NULL,
  price BIGINT,
  result TEXT NOT NULL,
  result_on TEXT,
  rank BIGINT NOT NULL,
  won_price BIGINT,
  result_reason TEXT NOT NULL,
  review TEXT NOT NULL,
  contract_number TEXT NOT NULL,
  project_id BIGINT,
  lead_id BIGINT,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid PRIMARY KEY (id),
  CONSTRAINT ck_bid_law_known CHECK (law IN ('tendering', 'procurement', 'own')),
  CONSTRAINT ck_bid_method_known CHECK (method IN ('open', 'invited', 'negotiation', 'consultation', 'single_source', 'inquiry')),
  CONSTRAINT ck_bid_kind_known CHECK (kind IN ('works', 'goods', 'services', 'survey_design')),
  CONSTRAINT ck_bid_role_known CHECK (role IN ('lead', 'joint', 'supporting')),
  CONSTRAINT ck_bid_result_known CHECK (result IN ('pending', 'won', 'lost', 'rejected', 'failed', 'given_up')),
  CONSTRAINT ck_bid_counts_not_negative CHECK (copies >= 0 AND rank >= 0),
  CONSTRAINT uq_bid_number UNIQUE (number),
  CONSTRAINT fk_bid_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_bid_owner_id_employee FOREIGN KEY(owner_id) REFERENCES employee (id),
  CONSTRAINT fk_bid_signer_id_employee FOREIGN KEY(signer_id) REFERENCES employee (id),
  CONSTRAINT fk_bid_project_id_project FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_bid_lead_id_bid_lead FOREIGN KEY(lead_id) REFERENCES bid_lead (id)
);

CREATE INDEX ix_bid_owner_id ON bid (owner_id);

CREATE INDEX ix_bid_province ON bid (province);

CREATE INDEX ix_bid_result_id ON bid (result, id);

CREATE TABLE certificate_case (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  kind_id BIGINT,
  certificate_id BIGINT,
  duty_code TEXT NOT NULL,
  owner_id BIGINT,
  agency TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  due_on TEXT,
  duty_on TEXT,
  submitted_on TEXT,
  submitted_without TEXT NOT NULL,
  closed_on TEXT,
  cost BIGINT NOT NULL,
  asked BIGINT NOT NULL,
  granted BIGINT NOT NULL,
  received BIGINT NOT NULL,
  received_on TEXT,
  result TEXT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_certificate_case PRIMARY KEY (id),
  CONSTRAINT ck_certificate_case_kind_known CHECK (kind IN ('renewal', 'application', 'duty', 'change', 'subsidy')),
  CONSTRAINT ck_certificate_case_state_known CHECK (state IN ('open', 'done', 'refused', 'given_up')),
  CONSTRAINT ck_certificate_case_amounts_not_negative CHECK (cost >= 0 AND asked >= 0 AND granted >= 0 AND received >= 0),
  CONSTRAINT uq_certificate_case_number UNIQUE (number),
  CONSTRAINT fk_certificate_case_kind_id_certificate_kind FOREIGN KEY(kind_id) REFERENCES certificate_kind (id),
  CONSTRAINT fk_certificate_case_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id),
  CONSTRAINT fk_certificate_case_owner_id_employee FOREIGN KEY(owner_id) REFERENCES employee (id)
);

CREATE INDEX ix_certificate_case_certificate_id ON certificate_case (certificate_id);

CREATE INDEX ix_certificate_case_state_due_on ON certificate_case (state, due_on);

CREATE TABLE staff_training (
  id BIGSERIAL NOT NULL,
  certificate_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  on_day TEXT NOT NULL,
  hours BIGINT NOT NULL,
  note TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_staff_training PRIMARY KEY (id),
  CONSTRAINT ck_staff_training_hours_not_negative CHECK (hours >= 0),
  CONSTRAINT fk_staff_training_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id)
);

CREATE INDEX ix_staff_training_certificate_id ON staff_training (certificate_id);

CREATE TABLE stock_take (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  on_day TEXT NOT NULL,
  scope TEXT NOT NULL,
  blind INTEGER NOT NULL,
  ticket TEXT NOT NULL,
  counted_by TEXT NOT NULL,
  watched_by TEXT NOT NULL,
  department_id BIGINT,
  made_by_id BIGINT NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_stock_take PRIMARY KEY (id),
  CONSTRAINT ck_stock_take_state_known CHECK (state IN ('open', 'counted', 'submitted', 'approved', 'voided')),
  CONSTRAINT uq_stock_take_number UNIQUE (number),
  CONSTRAINT uq_stock_take_ticket UNIQUE (ticket),
  CONSTRAINT fk_stock_take_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_stock_take_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
);

CREATE INDEX ix_stock_take_state_id ON stock_take (state, id);

CREATE TABLE asset_request_line (
  id BIGSERIAL NOT NULL,
  request_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  class_id BIGINT NOT NULL,
  specification TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  price BIGINT NOT NULL,
  supplier TEXT NOT NULL,
  received BIGINT NOT NULL,
  CONSTRAINT pk_asset_request_line PRIMARY KEY (id),
  CONSTRAINT ck_asset_request_line_line_sound CHECK (quantity > 0 AND price >= 0),
  CONSTRAINT ck_asset_request_line_received_within_quantity CHECK (received BETWEEN 0 AND quantity),
  CONSTRAINT uq_asset_request_line_request_id_position UNIQUE (request_id, position),
  CONSTRAINT fk_asset_request_line_request_id_asset_request FOREIGN KEY(request_id) REFERENCES asset_request (id),
  CONSTRAINT fk_asset_request_line_class_id_asset_class FOREIGN KEY(class_id) REFERENCES asset_class (id)
);

CREATE TABLE bid_competitor (
  id BIGSERIAL NOT NULL,
  bid_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  price BIGINT,
  rank BIGINT NOT NULL,
  won INTEGER NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_bid_competitor PRIMARY KEY (id),
  CONSTRAINT uq_bid_competitor_bid_id_position UNIQUE (bid_id, position),
  CONSTRAINT fk_bid_competitor_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id)
);

CREATE TABLE bid_date (
  id BIGSERIAL NOT NULL,
  bid_id BIGINT NOT NULL,
  stage TEXT NOT NULL,
  from_on TEXT,
  on_day TEXT NOT NULL,
  at_time TEXT NOT NULL,
  place TEXT NOT NULL,
  done_on TEXT,
  note TEXT NOT NULL,
  CONSTRAINT pk_bid_date PRIMARY KEY (id),
  CONSTRAINT ck_bid_date_stage_known CHECK (stage IN ('announcement', 'registration', 'documents', 'site_visit', 'questions', 'clarification', 'deposit', 'submission', 'opening', 'evaluation', 'publicity', 'notice', 'contract', 'deposit_back')),
  CONSTRAINT ck_bid_date_days_in_order CHECK (from_on IS NULL OR from_on <= on_day),
  CONSTRAINT uq_bid_date_bid_id_stage UNIQUE (bid_id, stage),
  CONSTRAINT fk_bid_date_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id)
);

CREATE INDEX ix_bid_date_on_day ON bid_date (on_day);

CREATE TABLE bid_deposit (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  bid_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  form TEXT NOT NULL,
  state TEXT NOT NULL,
  amount BIGINT NOT NULL,
  payee TEXT NOT NULL,
  due_on TEXT,
  claim_id BIGINT,
  paid_on TEXT,
  due_back_on TEXT,
  back_on TEXT,
  back_amount BIGINT NOT NULL,
  interest BIGINT NOT NULL,
  forfeited BIGINT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_bid_deposit PRIMARY KEY (id),
  CONSTRAINT ck_bid_deposit_kind_known CHECK (kind IN ('bid', 'performance')),
  CONSTRAINT ck_bid_deposit_form_known CHECK (form IN ('transfer', 'guarantee', 'insurance', 'cheque')),
  CONSTRAINT ck_bid_deposit_state_known CHECK (state IN ('owed', 'requested', 'paid', 'partly_returned', 'returned', 'forfeited', 'cancelled')),
  CONSTRAINT ck_bid_deposit_amount_positive CHECK (amount > 0),
  CONSTRAINT ck_bid_deposit_amounts_not_negative CHECK (back_amount >= 0 AND interest >= 0 AND forfeited >= 0),
  CONSTRAINT ck_bid_deposit_not_more_than_paid CHECK (back_amount + forfeited <= amount),
  CONSTRAINT uq_bid_deposit_number UNIQUE (number),
  CONSTRAINT fk_bid_deposit_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id),
  CONSTRAINT fk_bid_deposit_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
);

CREATE INDEX ix_bid_deposit_bid_id ON bid_deposit (bid_id);

CREATE INDEX ix_bid_deposit_state_due_back_on ON bid_deposit (state, due_back_on);

CREATE TABLE bid_item (
  id BIGSERIAL NOT NULL,
  bid_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  kind_code TEXT NOT NULL,
  certificate_id BIGINT,
  project_id BIGINT,
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
);

CREATE INDEX ix_bid_item_certificate_id ON bid_item (certificate_id);

CREATE TABLE bid_lot (
  id BIGSERIAL NOT NULL,
  bid_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  budget BIGINT,
  price BIGINT,
  result TEXT NOT NULL,
  rank BIGINT NOT NULL,
  won_price BIGINT,
  CONSTRAINT pk_bid_lot PRIMARY KEY (id),
  CONSTRAINT ck_bid_lot_result_known CHECK (result IN ('pending', 'won', 'lost', 'rejected', 'failed', 'given_up')),
  CONSTRAINT uq_bid_lot_bid_id_position UNIQUE (bid_id, position),
  CONSTRAINT fk_bid_lot_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id)
);

CREATE TABLE case_step (
  id BIGSERIAL NOT NULL,
  case_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  due_on TEXT,
  done_on TEXT,
  owner_id BIGINT,
  papers TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_case_step PRIMARY KEY (id),
  CONSTRAINT uq_case_step_case_id_position UNIQUE (case_id, position),
  CONSTRAINT fk_case_step_case_id_certificate_case FOREIGN KEY(case_id) REFERENCES certificate_case (id),
  CONSTRAINT fk_case_step_owner_id_employee FOREIGN KEY(owner_id) REFERENCES employee (id)
);

CREATE INDEX ix_case_step_due_on ON case_step (due_on);

CREATE TABLE case_paper (
  id BIGSERIAL NOT NULL,
  case_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  remark TEXT NOT NULL,
  attachment_id BIGINT,
  CONSTRAINT pk_case_paper PRIMARY KEY (id),
  CONSTRAINT ck_case_paper_state_known CHECK (state IN ('open', 'in_hand', 'faulty')),
  CONSTRAINT uq_case_paper_case_id_name UNIQUE (case_id, name),
  CONSTRAINT fk_case_paper_case_id_certificate_case FOREIGN KEY(case_id) REFERENCES certificate_case (id),
  CONSTRAINT fk_case_paper_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE SET NULL
);

CREATE INDEX ix_case_paper_attachment_id ON case_paper (attachment_id);

CREATE TABLE certificate_loan (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  certificate_id BIGINT NOT NULL,
  certificate_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  employee_id BIGINT NOT NULL,
  employee_name TEXT NOT NULL,
  department_id BIGINT NOT NULL,
  department_name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  bid_id BIGINT,
  piece BIGINT NOT NULL,
  copies BIGINT NOT NULL,
  from_on TEXT NOT NULL,
  due_back_on TEXT NOT NULL,
  approved_back_on TEXT,
  lent_on TEXT,
  back_on TEXT,
  back_note TEXT NOT NULL,
  made_by_id BIGINT NOT NULL,
  made_by_name TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  state_note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_certificate_loan PRIMARY KEY (id),
  CONSTRAINT ck_certificate_loan_state_known CHECK (state IN ('draft', 'submitted', 'approved', 'lent', 'back', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_certificate_loan_kind_known CHECK (kind IN ('original', 'duplicate', 'copy', 'device')),
  CONSTRAINT ck_certificate_loan_copies_not_negative CHECK (copies >= 0 AND piece >= 0),
  CONSTRAINT ck_certificate_loan_days_in_order CHECK (due_back_on >= from_on),
  CONSTRAINT uq_certificate_loan_number UNIQUE (number),
  CONSTRAINT fk_certificate_loan_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id),
  CONSTRAINT fk_certificate_loan_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id),
  CONSTRAINT fk_certificate_loan_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_certificate_loan_bid_id_bid FOREIGN KEY(bid_id) REFERENCES bid (id),
  CONSTRAINT fk_certificate_loan_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
);

CREATE INDEX ix_certificate_loan_state_due_back_on ON certificate_loan (state, due_back_on);

CREATE UNIQUE INDEX uq_certificate_loan_out ON certificate_loan (certificate_id, kind, piece) WHERE state = 'lent' AND kind <> 'copy';

CREATE TABLE stock_take_scan (
  id BIGSERIAL NOT NULL,
  take_id BIGINT NOT NULL,
  origin TEXT NOT NULL,
  origin_seq BIGINT NOT NULL,
  code TEXT NOT NULL,
  number TEXT NOT NULL,
  place TEXT NOT NULL,
  pieces BIGINT,
  anew INTEGER NOT NULL,
  at TEXT NOT NULL,
  by_name TEXT NOT NULL,
  CONSTRAINT pk_stock_take_scan PRIMARY KEY (id),
  CONSTRAINT uq_stock_take_scan_take_id_origin_origin_seq UNIQUE (take_id, origin, origin_seq),
  CONSTRAINT ck_stock_take_scan_pieces_not_negative CHECK (pieces >= 0),
  CONSTRAINT fk_stock_take_scan_take_id_stock_take FOREIGN KEY(take_id) REFERENCES stock_take (id)
);

CREATE INDEX ix_stock_take_scan_take_id_number ON stock_take_scan (take_id, number);

CREATE TABLE fixed_asset (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  class_id BIGINT NOT NULL,
  specification TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  unit TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  cost BIGINT NOT NULL,
  residual BIGINT NOT NULL,
  months BIGINT NOT NULL,
  method TEXT NOT NULL,
  units_total BIGINT NOT NULL,
  bought_on TEXT NOT NULL,
  start_on TEXT,
  stopped_on TEXT,
  opening_months BIGINT NOT NULL,
  opening_accumulated BIGINT NOT NULL,
  tax_months BIGINT NOT NULL,
  one_off INTEGER NOT NULL,
  supplier TEXT NOT NULL,
  invoice_number TEXT NOT NULL,
  claim_number TEXT NOT NULL,
  warranty_until TEXT,
  state TEXT NOT NULL,
  department_id BIGINT,
  employee_id BIGINT,
  place_id BIGINT,
  outside TEXT NOT NULL,
  due_back_on TEXT,
  receipt_line_id BIGINT,
  source_id BIGINT,
  basis TEXT,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_fixed_asset PRIMARY KEY (id),
  CONSTRAINT ck_fixed_asset_method_known CHECK (method IN ('straight_line', 'double_declining', 'sum_of_years', 'units')),
  CONSTRAINT ck_fixed_asset_state_known CHECK (state IN ('in_use', 'idle', 'repair', 'lent', 'leased', 'disposed')),
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
);

CREATE INDEX ix_fixed_asset_class_id_id ON fixed_asset (class_id, id);

CREATE INDEX ix_fixed_asset_department_id_id ON fixed_asset (department_id, id);

CREATE INDEX ix_fixed_asset_employee_id ON fixed_asset (employee_id);

CREATE INDEX ix_fixed_asset_place_id ON fixed_asset (place_id);

CREATE INDEX ix_fixed_asset_serial_number ON fixed_asset (serial_number);

CREATE INDEX ix_fixed_asset_state_id ON fixed_asset (state, id);

CREATE TABLE asset_disposal_line (
  id BIGSERIAL NOT NULL,
  disposal_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  asset_id BIGINT NOT NULL,
  cost BIGINT NOT NULL,
  accumulated BIGINT NOT NULL,
  net BIGINT NOT NULL,
  proceeds BIGINT NOT NULL,
  fees BIGINT NOT NULL,
  gain BIGINT NOT NULL,
  CONSTRAINT pk_asset_disposal_line PRIMARY KEY (id),
  CONSTRAINT ck_asset_disposal_line_line_sound CHECK (proceeds >= 0 AND fees >= 0),
  CONSTRAINT uq_asset_disposal_line_disposal_id_asset_id UNIQUE (disposal_id, asset_id),
  CONSTRAINT fk_asset_disposal_line_disposal_id_asset_disposal FOREIGN KEY(disposal_id) REFERENCES asset_disposal (id),
  CONSTRAINT fk_asset_disposal_line_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id)
);

CREATE INDEX ix_asset_disposal_line_asset_id ON asset_disposal_line (asset_id);

CREATE TABLE asset_estimate (
  id BIGSERIAL NOT NULL,
  asset_id BIGINT NOT NULL,
  from_on TEXT NOT NULL,
  months BIGINT NOT NULL,
  residual BIGINT NOT NULL,
  method TEXT NOT NULL,
  added BIGINT NOT NULL,
  reason TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_estimate PRIMARY KEY (id),
  CONSTRAINT ck_asset_estimate_method_known CHECK (method IN ('straight_line', 'double_declining', 'sum_of_years', 'units')),
  CONSTRAINT uq_asset_estimate_asset_id_from_on UNIQUE (asset_id, from_on),
  CONSTRAINT ck_asset_estimate_estimate_sound CHECK (months > 0 AND residual >= 0),
  CONSTRAINT fk_asset_estimate_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id)
);

CREATE TABLE asset_lease (
  id BIGSERIAL NOT NULL,
  number TEXT NOT NULL,
  asset_id BIGINT NOT NULL,
  tenant TEXT NOT NULL,
  contract_number TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  ended_on TEXT,
  rent BIGINT NOT NULL,
  every_months BIGINT NOT NULL,
  deposit BIGINT NOT NULL,
  note TEXT NOT NULL,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_lease PRIMARY KEY (id),
  CONSTRAINT ck_asset_lease_days_in_order CHECK (from_on <= to_on),
  CONSTRAINT ck_asset_lease_amounts_not_negative CHECK (rent >= 0 AND deposit >= 0),
  CONSTRAINT ck_asset_lease_every_months_range CHECK (every_months BETWEEN 1 AND 12),
  CONSTRAINT uq_asset_lease_number UNIQUE (number),
  CONSTRAINT fk_asset_lease_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id)
);

CREATE INDEX ix_asset_lease_asset_id ON asset_lease (asset_id);

CREATE TABLE asset_movement (
  id BIGSERIAL NOT NULL,
  asset_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  slip TEXT NOT NULL,
  on_day TEXT NOT NULL,
  from_department TEXT NOT NULL,
  from_employee TEXT NOT NULL,
  from_place TEXT NOT NULL,
  to_department TEXT NOT NULL,
  to_employee TEXT NOT NULL,
  to_employee_id BIGINT,
  to_place TEXT NOT NULL,
  outside TEXT NOT NULL,
  due_on TEXT,
  cost BIGINT NOT NULL,
  days BIGINT NOT NULL,
  note TEXT NOT NULL,
  made_by_id BIGINT NOT NULL,
  made_by_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CONSTRAINT pk_asset_movement PRIMARY KEY (id),
  CONSTRAINT ck_asset_movement_kind_known CHECK (kind IN ('receive', 'issue', 'return', 'transfer', 'lend', 'lend_back', 'repair', 'repaired', 'lease', 'lease_back', 'count', 'dispose', 'split', 'merge', 'revalue')),
  CONSTRAINT ck_asset_movement_repair_sound CHECK (cost >= 0 AND days >= 0),
  CONSTRAINT fk_asset_movement_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id),
  CONSTRAINT fk_asset_movement_to_employee_id_employee FOREIGN KEY(to_employee_id) REFERENCES employee (id),
  CONSTRAINT fk_asset_movement_made_by_id_user_account FOREIGN KEY(made_by_id) REFERENCES user_account (id)
);

CREATE INDEX ix_asset_movement_asset_id_id ON asset_movement (asset_id, id);

CREATE INDEX ix_asset_movement_slip ON asset_movement (slip);

CREATE INDEX ix_asset_movement_to_employee_id ON asset_movement (to_employee_id);

CREATE TABLE asset_use (
  id BIGSERIAL NOT NULL,
  asset_id BIGINT NOT NULL,
  month TEXT NOT NULL,
  units BIGINT NOT NULL,
  version BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_asset_use PRIMARY KEY (id),
  CONSTRAINT uq_asset_use_asset_id_month UNIQUE (asset_id, month),
  CONSTRAINT ck_asset_use_units_not_negative CHECK (units >= 0),
  CONSTRAINT fk_asset_use_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id)
);

CREATE TABLE depreciation_line (
  run_id BIGINT NOT NULL,
  asset_id BIGINT NOT NULL,
  class_id BIGINT NOT NULL,
  department_id BIGINT,
  amount BIGINT NOT NULL,
  accumulated BIGINT NOT NULL,
  net BIGINT NOT NULL,
  tax_amount BIGINT NOT NULL,
  catch_up BIGINT NOT NULL,
  tax_catch_up BIGINT NOT NULL,
  CONSTRAINT pk_depreciation_line PRIMARY KEY (run_id, asset_id),
  CONSTRAINT fk_depreciation_line_run_id_depreciation_run FOREIGN KEY(run_id) REFERENCES depreciation_run (id),
  CONSTRAINT fk_depreciation_line_asset_id_fixed_asset FOREIGN KEY(asset_id) REFERENCES fixed_asset (id),
  CONSTRAINT fk_depreciation_line_class_id_asset_class FOREIGN KEY(class_id) REFERENCES asset_class (id),
  CONSTRAINT fk_depreciation_line_department_id_department FOREIGN KEY(department_id) REFERENCES department (id)
);

CREATE INDEX ix_depreciation_line_asset_id ON depreciation_line (asset_id);

CREATE TABLE stock_take_line (
  id BIGSERIAL NOT NULL,
  take_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  asset_id BIGINT,
  class_id BIGINT,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  department TEXT NOT NULL,
  employee TEXT NOT NULL,
  place TEXT NOT NULL,
  cost BIGINT NOT NULL,
  net BIGINT NOT NULL,
  found TEXT NOT NULL,
  found_place TEXT NOT NULL,
  times BIGINT NOT NULL,
  pieces BIGINT,
  explanation TEXT NOT NULL,
  adjustment TEXT NOT NULL,
  version BIGINT NOT NULL,
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
);

CREATE INDEX ix_stock_take_line_asset_id ON stock_take_line (asset_id);

CREATE INDEX ix_stock_take_line_take_id_found ON stock_take_line (take_id, found);

CREATE TABLE lease_due (
  id BIGSERIAL NOT NULL,
  lease_id BIGINT NOT NULL,
  due_on TEXT NOT NULL,
  amount BIGINT NOT NULL,
  received BIGINT NOT NULL,
  received_on TEXT,
  note TEXT NOT NULL,
  CONSTRAINT pk_lease_due PRIMARY KEY (id),
  CONSTRAINT ck_lease_due_amounts_not_negative CHECK (amount >= 0 AND received >= 0),
  CONSTRAINT uq_lease_due_lease_id_due_on UNIQUE (lease_id, due_on),
  CONSTRAINT fk_lease_due_lease_id_asset_lease FOREIGN KEY(lease_id) REFERENCES asset_lease (id)
);

CREATE INDEX ix_lease_due_due_on ON lease_due (due_on);

CREATE TABLE lease_receipt (
  id BIGSERIAL NOT NULL,
  lease_id BIGINT NOT NULL,
  due_on TEXT,
  on_day TEXT NOT NULL,
  amount BIGINT NOT NULL,
  note TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CONSTRAINT pk_lease_receipt PRIMARY KEY (id),
  CONSTRAINT ck_lease_receipt_amount_not_nothing CHECK (amount <> 0),
  CONSTRAINT fk_lease_receipt_lease_id_asset_lease FOREIGN KEY(lease_id) REFERENCES asset_lease (id)
);

CREATE INDEX ix_lease_receipt_lease_id_id ON lease_receipt (lease_id, id);

CREATE INDEX ix_lease_receipt_on_day_id ON lease_receipt (on_day, id);
