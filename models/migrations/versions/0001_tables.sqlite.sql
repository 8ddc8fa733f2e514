CREATE TABLE attachment (
  id INTEGER NOT NULL,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_attachment PRIMARY KEY (id),
  CONSTRAINT ck_attachment_sha256_length CHECK (length(sha256) = 64),
  CONSTRAINT ck_attachment_size_positive CHECK (size > 0)
)
 STRICT;

CREATE INDEX ix_attachment_record_kind_record_id ON attachment (record_kind, record_id);

CREATE INDEX ix_attachment_sha256 ON attachment (sha256);

CREATE TABLE audit_entry (
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  user_id INTEGER,
  user_name TEXT NOT NULL,
  action TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  changes TEXT NOT NULL,
  mac TEXT NOT NULL,
  CONSTRAINT pk_audit_entry PRIMARY KEY (seq)
)
 STRICT;

CREATE INDEX ix_audit_entry_record_kind_record_id ON audit_entry (record_kind, record_id);

CREATE TABLE bank_account (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  bank TEXT NOT NULL,
  number TEXT NOT NULL,
  holder TEXT NOT NULL,
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

CREATE TABLE command_done (
  command_id TEXT NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_command_done PRIMARY KEY (command_id)
)
 STRICT;

CREATE TABLE company (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  tax_id TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_company PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE department (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id INTEGER,
  head_id INTEGER,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_department PRIMARY KEY (id),
  CONSTRAINT uq_department_code UNIQUE (code),
  CONSTRAINT uq_department_name UNIQUE (name),
  CONSTRAINT fk_department_parent_id_department FOREIGN KEY(parent_id) REFERENCES department (id),
  CONSTRAINT fk_department_head_id_employee FOREIGN KEY(head_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE expense_category (
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  needs_invoice INTEGER NOT NULL,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_expense_category PRIMARY KEY (id),
  CONSTRAINT uq_expense_category_code UNIQUE (code),
  CONSTRAINT uq_expense_category_name UNIQUE (name)
)
 STRICT;

CREATE TABLE number_sequence (
  series TEXT NOT NULL,
  last INTEGER NOT NULL,
  CONSTRAINT pk_number_sequence PRIMARY KEY (series)
)
 STRICT;

CREATE TABLE employee (
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
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_employee PRIMARY KEY (id),
  CONSTRAINT ck_employee_hired_on_is_a_day CHECK (hired_on IS date(hired_on, '+0 days')),
  CONSTRAINT ck_employee_left_on_is_a_day CHECK (left_on IS date(left_on, '+0 days')),
  CONSTRAINT uq_employee_number UNIQUE (number),
  CONSTRAINT fk_employee_department_id_department FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT;

CREATE INDEX ix_employee_department_id ON employee (department_id);

CREATE INDEX ix_employee_name ON employee (name);

CREATE TABLE project (
  id INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  customer TEXT NOT NULL,
  department_id INTEGER,
  manager_id INTEGER,
  state TEXT NOT NULL,
  started_on TEXT,
  ended_on TEXT,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_project PRIMARY KEY (id),
  CONSTRAINT ck_project_state_known CHECK (state IN ('open', 'closed')),
  CONSTRAINT ck_project_started_on_is_a_day CHECK (started_on IS date(started_on, '+0 days')),
  CONSTRAINT ck_project_ended_on_is_a_day CHECK (ended_on IS date(ended_on, '+0 days')),
  CONSTRAINT uq_project_number UNIQUE (number),
  CONSTRAINT fk_project_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_project_manager_id_employee FOREIGN KEY(manager_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE user_account (
  id INTEGER NOT NULL,
  login TEXT NOT NULL,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  employee_id INTEGER,
  active INTEGER NOT NULL,
  failed_attempts INTEGER NOT NULL,
  locked_until TEXT,
  last_sign_in TEXT,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_user_account PRIMARY KEY (id),
  CONSTRAINT uq_user_account_login UNIQUE (login),
  CONSTRAINT uq_user_account_employee_id UNIQUE (employee_id),
  CONSTRAINT fk_user_account_employee_id_employee FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT;

CREATE TABLE approval_rule (
  id INTEGER NOT NULL,
  paper_kind TEXT NOT NULL,
  level INTEGER NOT NULL,
  label TEXT NOT NULL,
  approver TEXT NOT NULL,
  user_id INTEGER,
  role TEXT,
  amount_from INTEGER NOT NULL,
  department_id INTEGER,
  project_id INTEGER,
  active INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_approval_rule PRIMARY KEY (id),
  CONSTRAINT ck_approval_rule_approver_known CHECK (approver IN ('department_head', 'project_manager', 'user', 'role')),
  CONSTRAINT ck_approval_rule_level_range CHECK (level BETWEEN 1 AND 9),
  CONSTRAINT ck_approval_rule_amount_not_negative CHECK (amount_from >= 0),
  CONSTRAINT ck_approval_rule_user_named CHECK ((approver = 'user') = (user_id IS NOT NULL)),
  CONSTRAINT ck_approval_rule_role_named CHECK ((approver = 'role') = (role IS NOT NULL)),
  CONSTRAINT fk_approval_rule_user_id_user_account FOREIGN KEY(user_id) REFERENCES user_account (id),
  CONSTRAINT fk_approval_rule_department_id_department FOREIGN KEY(department_id) REFERENCES department (id),
  CONSTRAINT fk_approval_rule_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT;

CREATE TABLE approval_step (
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
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_approval_step PRIMARY KEY (id),
  CONSTRAINT ck_approval_step_state_known CHECK (state IN ('waiting', 'pending', 'approved', 'returned', 'cancelled')),
  CONSTRAINT uq_approval_step_paper_kind_paper_id_round_level UNIQUE (paper_kind, paper_id, round, level),
  CONSTRAINT ck_approval_step_one_approver CHECK ((approver_id IS NULL) <> (role IS NULL)),
  CONSTRAINT fk_approval_step_approver_id_user_account FOREIGN KEY(approver_id) REFERENCES user_account (id),
  CONSTRAINT fk_approval_step_decided_by_id_user_account FOREIGN KEY(decided_by_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_approval_step_state_approver_id ON approval_step (state, approver_id);

CREATE INDEX ix_approval_step_state_role ON approval_step (state, role);

CREATE TABLE expense_claim (
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
  search_text TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_expense_claim PRIMARY KEY (id),
  CONSTRAINT ck_expense_claim_kind_known CHECK (kind IN ('claim', 'advance', 'reversal')),
  CONSTRAINT ck_expense_claim_state_known CHECK (state IN ('draft', 'submitted', 'to_pay', 'paid', 'returned', 'withdrawn', 'voided')),
  CONSTRAINT ck_expense_claim_business_date_is_a_day CHECK (business_date IS date(business_date, '+0 days')),
  CONSTRAINT ck_expense_claim_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT ck_expense_claim_pay_by_is_a_day CHECK (pay_by IS date(pay_by, '+0 days')),
  CONSTRAINT ck_expense_claim_paid_on_is_a_day CHECK (paid_on IS date(paid_on, '+0 days')),
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
  CONSTRAINT fk_expense_claim_reverses_id_expense_claim FOREIGN KEY(reverses_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE INDEX ix_expense_claim_business_date_id_sanctioned ON expense_claim (business_date, id, sanctioned);

CREATE INDEX ix_expense_claim_claimant_id_kind_state ON expense_claim (claimant_id, kind, state);

CREATE INDEX ix_expense_claim_claimant_name_id ON expense_claim (claimant_name, id);

CREATE INDEX ix_expense_claim_created_by_id_state ON expense_claim (created_by_id, state);

CREATE INDEX ix_expense_claim_department_name_id ON expense_claim (department_name, id);

CREATE INDEX ix_expense_claim_doubt_count_state ON expense_claim (doubt_count, state);

CREATE INDEX ix_expense_claim_invoice_count_id ON expense_claim (invoice_count, id);

CREATE INDEX ix_expense_claim_outstanding_due_on ON expense_claim (outstanding, due_on);

CREATE INDEX ix_expense_claim_pay_by_id ON expense_claim (pay_by, id);

CREATE INDEX ix_expense_claim_purpose_id ON expense_claim (purpose, id);

CREATE INDEX ix_expense_claim_sanctioned_id ON expense_claim (sanctioned, id);

CREATE INDEX ix_expense_claim_state_business_date_id_sanctioned ON expense_claim (state, business_date, id, sanctioned);

CREATE INDEX ix_expense_claim_state_id ON expense_claim (state, id);

CREATE INDEX ix_expense_claim_state_pay_by_sanctioned_offset_total ON expense_claim (state, pay_by, sanctioned, offset_total);

CREATE INDEX ix_expense_claim_state_sanctioned_id ON expense_claim (state, sanctioned, id);

CREATE TABLE form_draft (
  id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  form TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  body TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  CONSTRAINT pk_form_draft PRIMARY KEY (id),
  CONSTRAINT uq_form_draft_user_id_form_record_id UNIQUE (user_id, form, record_id),
  CONSTRAINT fk_form_draft_user_id_user_account FOREIGN KEY(user_id) REFERENCES user_account (id)
)
 STRICT;

CREATE TABLE setting (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  user_id INTEGER,
  value TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_setting PRIMARY KEY (id),
  CONSTRAINT uq_setting_name_user_id UNIQUE (name, user_id),
  CONSTRAINT fk_setting_user_id_user_account FOREIGN KEY(user_id) REFERENCES user_account (id)
)
 STRICT;

CREATE TABLE user_role (
  id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  CONSTRAINT pk_user_role PRIMARY KEY (id),
  CONSTRAINT ck_user_role_role_known CHECK (role IN ('clerk', 'cashier', 'hr', 'manager', 'administrator', 'auditor')),
  CONSTRAINT uq_user_role_user_id_role UNIQUE (user_id, role),
  CONSTRAINT fk_user_role_user_id_user_account FOREIGN KEY(user_id) REFERENCES user_account (id)
)
 STRICT;

CREATE TABLE advance_offset (
  id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  advance_id INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  CONSTRAINT pk_advance_offset PRIMARY KEY (id),
  CONSTRAINT uq_advance_offset_claim_id_advance_id UNIQUE (claim_id, advance_id),
  CONSTRAINT ck_advance_offset_amount_positive CHECK (amount > 0),
  CONSTRAINT fk_advance_offset_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id),
  CONSTRAINT fk_advance_offset_advance_id_expense_claim FOREIGN KEY(advance_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE INDEX ix_advance_offset_advance_id ON advance_offset (advance_id);

CREATE TABLE approval_decision (
  id INTEGER NOT NULL,
  paper_kind TEXT NOT NULL,
  paper_id INTEGER NOT NULL,
  round INTEGER NOT NULL,
  step_id INTEGER,
  decision TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  command_id TEXT NOT NULL,
  CONSTRAINT pk_approval_decision PRIMARY KEY (id),
  CONSTRAINT ck_approval_decision_decision_known CHECK (decision IN ('submit', 'approve', 'return', 'withdraw')),
  CONSTRAINT uq_approval_decision_command_id UNIQUE (command_id),
  CONSTRAINT fk_approval_decision_step_id_approval_step FOREIGN KEY(step_id) REFERENCES approval_step (id),
  CONSTRAINT fk_approval_decision_user_id_user_account FOREIGN KEY(user_id) REFERENCES user_account (id)
)
 STRICT;

CREATE INDEX ix_approval_decision_paper_kind_paper_id ON approval_decision (paper_kind, paper_id);

CREATE INDEX ix_approval_decision_user_id_at ON approval_decision (user_id, at);

CREATE TABLE claim_check (
  id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  subject TEXT NOT NULL,
  level TEXT NOT NULL,
  "values" TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT pk_claim_check PRIMARY KEY (id),
  CONSTRAINT ck_claim_check_level_known CHECK (level IN ('stop', 'warn', 'ok')),
  CONSTRAINT uq_claim_check_claim_id_code_subject UNIQUE (claim_id, code, subject),
  CONSTRAINT fk_claim_check_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id)
)
 STRICT;

CREATE TABLE invoice (
  id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
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
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT ck_invoice_issued_on_is_a_day CHECK (issued_on IS date(issued_on, '+0 days')),
  CONSTRAINT fk_invoice_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id),
  CONSTRAINT fk_invoice_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id),
  CONSTRAINT uq_invoice_used_key UNIQUE (used_key)
)
 STRICT;

CREATE INDEX ix_invoice_claim_id ON invoice (claim_id);

CREATE INDEX ix_invoice_file_sha256 ON invoice (file_sha256);

CREATE INDEX ix_invoice_number_key ON invoice (number_key);

CREATE INDEX ix_invoice_seller_name_issued_on_total ON invoice (seller_name, issued_on, total);

CREATE INDEX ix_invoice_seller_tax_id_issued_on_total ON invoice (seller_tax_id, issued_on, total);

CREATE TABLE expense_line (
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
  CONSTRAINT pk_expense_line PRIMARY KEY (id),
  CONSTRAINT uq_expense_line_claim_id_position UNIQUE (claim_id, position),
  CONSTRAINT ck_expense_line_spent_on_is_a_day CHECK (spent_on IS date(spent_on, '+0 days')),
  CONSTRAINT ck_expense_line_spent_to_is_a_day CHECK (spent_to IS date(spent_to, '+0 days')),
  CONSTRAINT ck_expense_line_sanctioned_within_amount CHECK (abs(sanctioned) <= abs(amount)),
  CONSTRAINT fk_expense_line_claim_id_expense_claim FOREIGN KEY(claim_id) REFERENCES expense_claim (id),
  CONSTRAINT fk_expense_line_category_id_expense_category FOREIGN KEY(category_id) REFERENCES expense_category (id),
  CONSTRAINT fk_expense_line_project_id_project FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_expense_line_invoice_id_invoice FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
 STRICT;

CREATE INDEX ix_expense_line_invoice_id ON expense_line (invoice_id);

CREATE VIRTUAL TABLE department_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE employee_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE bank_account_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE project_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE user_account_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE approval_rule_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE expense_category_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE expense_claim_search USING fts5(body, content='', contentless_delete=1);
