CREATE VIRTUAL TABLE department_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE employee_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE bank_account_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE project_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE user_account_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE approval_rule_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE expense_category_search USING fts5(body, content='', contentless_delete=1);

CREATE VIRTUAL TABLE expense_claim_search USING fts5(body, content='', contentless_delete=1);
