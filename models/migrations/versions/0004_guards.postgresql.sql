-- The last wall of assets, bids and certificates on a server, the same as 0004_guards.sqlite.sql.

CREATE OR REPLACE FUNCTION asset_movement_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'refused:asset.movement_kept';
END $$;

CREATE TRIGGER asset_movement_kept BEFORE UPDATE OR DELETE ON asset_movement
FOR EACH ROW EXECUTE FUNCTION asset_movement_kept();

CREATE OR REPLACE FUNCTION supply_movement_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'refused:supply.movement_kept';
END $$;

CREATE TRIGGER supply_movement_kept BEFORE UPDATE OR DELETE ON supply_movement
FOR EACH ROW EXECUTE FUNCTION supply_movement_kept();

CREATE OR REPLACE FUNCTION stock_take_scan_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'refused:stock_take.scan_kept';
END $$;

CREATE TRIGGER stock_take_scan_kept BEFORE UPDATE OR DELETE ON stock_take_scan
FOR EACH ROW EXECUTE FUNCTION stock_take_scan_kept();

CREATE OR REPLACE FUNCTION depreciation_line_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM depreciation_run
    WHERE id IN ((before ->> 'run_id')::bigint, (after ->> 'run_id')::bigint) AND state = 'closed'
  ) THEN
    RAISE EXCEPTION 'refused:depreciation.closed';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER depreciation_line_kept BEFORE INSERT OR UPDATE OR DELETE ON depreciation_line
FOR EACH ROW EXECUTE FUNCTION depreciation_line_kept();

CREATE OR REPLACE FUNCTION depreciation_run_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' AND (TG_OP = 'DELETE' OR EXISTS (
    SELECT 1 FROM depreciation_run WHERE month > OLD.month AND state = 'closed'))
  THEN
    RAISE EXCEPTION 'refused:depreciation.closed';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF OLD.state = 'closed' AND NEW.state = 'closed' THEN
    RAISE EXCEPTION 'refused:depreciation.closed';
  END IF;
  IF OLD.state = 'open' AND NEW.state = 'closed' AND EXISTS (
    SELECT 1 FROM depreciation_run WHERE month < NEW.month AND (state = 'open' OR NOT EXISTS (
      SELECT 1 FROM depreciation_run
      WHERE month = to_char(NEW.month::date - interval '1 month', 'YYYY-MM-DD'))))
  THEN
    RAISE EXCEPTION 'refused:depreciation.month_before';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER depreciation_run_kept BEFORE UPDATE OR DELETE ON depreciation_run
FOR EACH ROW EXECUTE FUNCTION depreciation_run_kept();

CREATE OR REPLACE FUNCTION fixed_asset_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM asset_movement WHERE asset_id = OLD.id) THEN
    RAISE EXCEPTION 'refused:asset.has_moved';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER fixed_asset_kept BEFORE DELETE ON fixed_asset
FOR EACH ROW EXECUTE FUNCTION fixed_asset_kept();

CREATE OR REPLACE FUNCTION stock_take_line_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM stock_take
    WHERE id IN ((before ->> 'take_id')::bigint, (after ->> 'take_id')::bigint) AND state NOT IN ('open', 'counted')
  ) THEN
    RAISE EXCEPTION 'refused:stock_take.not_editable';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER stock_take_line_kept BEFORE INSERT OR UPDATE OR DELETE ON stock_take_line
FOR EACH ROW EXECUTE FUNCTION stock_take_line_kept();

CREATE OR REPLACE FUNCTION approval_decision_not_own_asset() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decision IN ('approve', 'return') AND (
    (NEW.paper_kind = 'asset_request' AND EXISTS (
      SELECT 1 FROM asset_request WHERE id = NEW.paper_id AND made_by_id = NEW.user_id))
    OR (NEW.paper_kind = 'asset_disposal' AND EXISTS (
      SELECT 1 FROM asset_disposal WHERE id = NEW.paper_id AND made_by_id = NEW.user_id))
    OR (NEW.paper_kind = 'stock_take' AND EXISTS (
      SELECT 1 FROM stock_take WHERE id = NEW.paper_id AND made_by_id = NEW.user_id))
    OR (NEW.paper_kind = 'certificate_loan' AND EXISTS (
      SELECT 1 FROM certificate_loan AS paper WHERE paper.id = NEW.paper_id AND (paper.made_by_id = NEW.user_id
        OR paper.employee_id IN (SELECT employee_id FROM user_account WHERE id = NEW.user_id))))
  ) THEN
    RAISE EXCEPTION 'refused:approval.own_paper';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER approval_decision_not_own_asset BEFORE INSERT ON approval_decision
FOR EACH ROW EXECUTE FUNCTION approval_decision_not_own_asset();
