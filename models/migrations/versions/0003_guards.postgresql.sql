-- The last wall of pay and insurance on a server, the same as 0003_guards.sqlite.sql.
CREATE OR REPLACE FUNCTION payroll_line_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM payroll_run
    WHERE id IN ((before ->> 'run_id')::bigint, (after ->> 'run_id')::bigint) AND state NOT IN ('draft', 'checked')
  ) THEN
    RAISE EXCEPTION 'refused:payroll.not_editable';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION payroll_run_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state NOT IN ('draft', 'checked') THEN
      RAISE EXCEPTION 'refused:payroll.not_editable';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state = 'locked' OR (OLD.state NOT IN ('draft', 'checked') AND
    (OLD.month, OLD.wage_month, OLD.kind, OLD.people, OLD.gross, OLD.insurance, OLD.tax, OLD.net, OLD.employer_cost, OLD.components)
    IS DISTINCT FROM
    (NEW.month, NEW.wage_month, NEW.kind, NEW.people, NEW.gross, NEW.insurance, NEW.tax, NEW.net, NEW.employer_cost, NEW.components))
  THEN
    RAISE EXCEPTION 'refused:payroll.not_editable';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION remittance_line_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM remittance
    WHERE id IN ((before ->> 'remittance_id')::bigint, (after ->> 'remittance_id')::bigint) AND state <> 'draft'
  ) THEN
    RAISE EXCEPTION 'refused:remittance.frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION remittance_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'refused:remittance.frozen';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> 'draft' AND (NEW.state = 'draft' OR
    (OLD.fund, OLD.city, OLD.month, OLD.kind, OLD.people, OLD.base_total, OLD.employer, OLD.employee, OLD.total)
    IS DISTINCT FROM
    (NEW.fund, NEW.city, NEW.month, NEW.kind, NEW.people, NEW.base_total, NEW.employer, NEW.employee, NEW.total))
  THEN
    RAISE EXCEPTION 'refused:remittance.frozen';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION approval_decision_not_own_office() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decision IN ('approve', 'return') AND (
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
  ) THEN
    RAISE EXCEPTION 'refused:approval.own_paper';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER payroll_line_kept BEFORE INSERT OR UPDATE OR DELETE ON payroll_line
FOR EACH ROW EXECUTE FUNCTION payroll_line_kept();

CREATE TRIGGER payroll_run_kept BEFORE UPDATE OR DELETE ON payroll_run
FOR EACH ROW EXECUTE FUNCTION payroll_run_kept();

CREATE TRIGGER remittance_line_kept BEFORE INSERT OR UPDATE OR DELETE ON remittance_line
FOR EACH ROW EXECUTE FUNCTION remittance_line_kept();

CREATE TRIGGER remittance_kept BEFORE UPDATE OR DELETE ON remittance
FOR EACH ROW EXECUTE FUNCTION remittance_kept();

CREATE TRIGGER approval_decision_not_own_office BEFORE INSERT ON approval_decision
FOR EACH ROW EXECUTE FUNCTION approval_decision_not_own_office();
