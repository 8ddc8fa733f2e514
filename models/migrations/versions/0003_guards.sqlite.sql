-- The last wall of pay and insurance; what 0002 guards stays. services/database_errors.py reads the code after "refused:".
CREATE TRIGGER payroll_line_insert BEFORE INSERT ON payroll_line
WHEN EXISTS (SELECT 1 FROM payroll_run WHERE id = NEW.run_id AND state NOT IN ('draft', 'checked'))
BEGIN
  SELECT RAISE(ABORT, 'refused:payroll.not_editable');
END;

CREATE TRIGGER payroll_line_update BEFORE UPDATE ON payroll_line
WHEN EXISTS (SELECT 1 FROM payroll_run WHERE id IN (OLD.run_id, NEW.run_id) AND state NOT IN ('draft', 'checked'))
BEGIN
  SELECT RAISE(ABORT, 'refused:payroll.not_editable');
END;

CREATE TRIGGER payroll_line_delete BEFORE DELETE ON payroll_line
WHEN EXISTS (SELECT 1 FROM payroll_run WHERE id = OLD.run_id AND state NOT IN ('draft', 'checked'))
BEGIN
  SELECT RAISE(ABORT, 'refused:payroll.not_editable');
END;

CREATE TRIGGER payroll_run_update BEFORE UPDATE ON payroll_run
WHEN OLD.state = 'locked' OR (OLD.state NOT IN ('draft', 'checked') AND (
  OLD.month IS NOT NEW.month
  OR OLD.wage_month IS NOT NEW.wage_month
  OR OLD.kind IS NOT NEW.kind
  OR OLD.people IS NOT NEW.people
  OR OLD.gross IS NOT NEW.gross
  OR OLD.insurance IS NOT NEW.insurance
  OR OLD.tax IS NOT NEW.tax
  OR OLD.net IS NOT NEW.net
  OR OLD.employer_cost IS NOT NEW.employer_cost
  OR OLD.components IS NOT NEW.components
))
BEGIN
  SELECT RAISE(ABORT, 'refused:payroll.not_editable');
END;

CREATE TRIGGER payroll_run_delete BEFORE DELETE ON payroll_run
WHEN OLD.state NOT IN ('draft', 'checked')
BEGIN
  SELECT RAISE(ABORT, 'refused:payroll.not_editable');
END;

CREATE TRIGGER remittance_line_insert BEFORE INSERT ON remittance_line
WHEN EXISTS (SELECT 1 FROM remittance WHERE id = NEW.remittance_id AND state <> 'draft')
BEGIN
  SELECT RAISE(ABORT, 'refused:remittance.frozen');
END;

CREATE TRIGGER remittance_line_update BEFORE UPDATE ON remittance_line
WHEN EXISTS (SELECT 1 FROM remittance WHERE id IN (OLD.remittance_id, NEW.remittance_id) AND state <> 'draft')
BEGIN
  SELECT RAISE(ABORT, 'refused:remittance.frozen');
END;

CREATE TRIGGER remittance_line_delete BEFORE DELETE ON remittance_line
WHEN EXISTS (SELECT 1 FROM remittance WHERE id = OLD.remittance_id AND state <> 'draft')
BEGIN
  SELECT RAISE(ABORT, 'refused:remittance.frozen');
END;

CREATE TRIGGER remittance_update BEFORE UPDATE ON remittance
WHEN OLD.state <> 'draft' AND (
  NEW.state = 'draft'
  OR OLD.fund IS NOT NEW.fund
  OR OLD.city IS NOT NEW.city
  OR OLD.month IS NOT NEW.month
  OR OLD.kind IS NOT NEW.kind
  OR OLD.people IS NOT NEW.people
  OR OLD.base_total IS NOT NEW.base_total
  OR OLD.employer IS NOT NEW.employer
  OR OLD.employee IS NOT NEW.employee
  OR OLD.total IS NOT NEW.total
)
BEGIN
  SELECT RAISE(ABORT, 'refused:remittance.frozen');
END;

CREATE TRIGGER remittance_delete BEFORE DELETE ON remittance
WHEN OLD.state <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'refused:remittance.frozen');
END;

CREATE TRIGGER approval_decision_not_own_office BEFORE INSERT ON approval_decision
WHEN NEW.decision IN ('approve', 'return') AND (
  (NEW.paper_kind = 'payroll_run' AND EXISTS (
    SELECT 1 FROM payroll_run WHERE id = NEW.paper_id AND made_by_id = NEW.user_id))
  OR (NEW.paper_kind = 'base_season' AND EXISTS (
    SELECT 1 FROM base_season WHERE id = NEW.paper_id AND made_by_id = NEW.user_id))
  OR (NEW.paper_kind = 'personnel_paper' AND EXISTS (
    SELECT 1 FROM personnel_paper AS paper WHERE paper.id = NEW.paper_id AND (paper.made_by_id = NEW.user_id
      OR paper.employee_id IN (SELECT employee_id FROM user_account WHERE id = NEW.user_id))))
  OR (NEW.paper_kind = 'insurance_change' AND EXISTS (
    SELECT 1 FROM insurance_change AS paper WHERE paper.id = NEW.paper_id AND (paper.made_by_id = NEW.user_id
      OR paper.employee_id IN (SELECT employee_id FROM user_account WHERE id = NEW.user_id))))
)
BEGIN
  SELECT RAISE(ABORT, 'refused:approval.own_paper');
END;
