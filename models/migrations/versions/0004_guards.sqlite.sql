-- The last wall of assets, bids and certificates. services/database_errors.py reads the code after "refused:".

CREATE TRIGGER asset_movement_update BEFORE UPDATE ON asset_movement
BEGIN
  SELECT RAISE(ABORT, 'refused:asset.movement_kept');
END;

CREATE TRIGGER asset_movement_delete BEFORE DELETE ON asset_movement
BEGIN
  SELECT RAISE(ABORT, 'refused:asset.movement_kept');
END;

CREATE TRIGGER supply_movement_update BEFORE UPDATE ON supply_movement
BEGIN
  SELECT RAISE(ABORT, 'refused:supply.movement_kept');
END;

CREATE TRIGGER supply_movement_delete BEFORE DELETE ON supply_movement
BEGIN
  SELECT RAISE(ABORT, 'refused:supply.movement_kept');
END;

CREATE TRIGGER stock_take_scan_update BEFORE UPDATE ON stock_take_scan
BEGIN
  SELECT RAISE(ABORT, 'refused:stock_take.scan_kept');
END;

CREATE TRIGGER stock_take_scan_delete BEFORE DELETE ON stock_take_scan
BEGIN
  SELECT RAISE(ABORT, 'refused:stock_take.scan_kept');
END;

CREATE TRIGGER depreciation_line_insert BEFORE INSERT ON depreciation_line
WHEN EXISTS (SELECT 1 FROM depreciation_run WHERE id = NEW.run_id AND state = 'closed')
BEGIN
  SELECT RAISE(ABORT, 'refused:depreciation.closed');
END;

CREATE TRIGGER depreciation_line_update BEFORE UPDATE ON depreciation_line
WHEN EXISTS (SELECT 1 FROM depreciation_run WHERE id IN (OLD.run_id, NEW.run_id) AND state = 'closed')
BEGIN
  SELECT RAISE(ABORT, 'refused:depreciation.closed');
END;

CREATE TRIGGER depreciation_line_delete BEFORE DELETE ON depreciation_line
WHEN EXISTS (SELECT 1 FROM depreciation_run WHERE id = OLD.run_id AND state = 'closed')
BEGIN
  SELECT RAISE(ABORT, 'refused:depreciation.closed');
END;

CREATE TRIGGER depreciation_run_update BEFORE UPDATE ON depreciation_run
WHEN OLD.state = 'closed' AND (NEW.state = 'closed' OR EXISTS (
  SELECT 1 FROM depreciation_run WHERE month > OLD.month AND state = 'closed'))
BEGIN
  SELECT RAISE(ABORT, 'refused:depreciation.closed');
END;

CREATE TRIGGER depreciation_run_close BEFORE UPDATE ON depreciation_run
WHEN OLD.state = 'open' AND NEW.state = 'closed' AND EXISTS (
  SELECT 1 FROM depreciation_run WHERE month < NEW.month AND (state = 'open'
    OR NOT EXISTS (SELECT 1 FROM depreciation_run WHERE month = date(NEW.month, '-1 month'))))
BEGIN
  SELECT RAISE(ABORT, 'refused:depreciation.month_before');
END;

CREATE TRIGGER depreciation_run_delete BEFORE DELETE ON depreciation_run
WHEN OLD.state = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'refused:depreciation.closed');
END;

CREATE TRIGGER fixed_asset_delete BEFORE DELETE ON fixed_asset
WHEN EXISTS (SELECT 1 FROM asset_movement WHERE asset_id = OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'refused:asset.has_moved');
END;

CREATE TRIGGER stock_take_line_insert BEFORE INSERT ON stock_take_line
WHEN EXISTS (SELECT 1 FROM stock_take WHERE id = NEW.take_id AND state NOT IN ('open', 'counted'))
BEGIN
  SELECT RAISE(ABORT, 'refused:stock_take.not_editable');
END;

CREATE TRIGGER stock_take_line_update BEFORE UPDATE ON stock_take_line
WHEN EXISTS (SELECT 1 FROM stock_take WHERE id IN (OLD.take_id, NEW.take_id) AND state NOT IN ('open', 'counted'))
BEGIN
  SELECT RAISE(ABORT, 'refused:stock_take.not_editable');
END;

CREATE TRIGGER stock_take_line_delete BEFORE DELETE ON stock_take_line
WHEN EXISTS (SELECT 1 FROM stock_take WHERE id = OLD.take_id AND state NOT IN ('open', 'counted'))
BEGIN
  SELECT RAISE(ABORT, 'refused:stock_take.not_editable');
END;

CREATE TRIGGER approval_decision_not_own_asset BEFORE INSERT ON approval_decision
WHEN NEW.decision IN ('approve', 'return') AND (
  (NEW.paper_kind = 'asset_request' AND EXISTS (
    SELECT 1 FROM asset_request WHERE id = NEW.paper_id AND made_by_id = NEW.user_id))
  OR (NEW.paper_kind = 'asset_disposal' AND EXISTS (
    SELECT 1 FROM asset_disposal WHERE id = NEW.paper_id AND made_by_id = NEW.user_id))
  OR (NEW.paper_kind = 'stock_take' AND EXISTS (
    SELECT 1 FROM stock_take WHERE id = NEW.paper_id AND made_by_id = NEW.user_id))
  OR (NEW.paper_kind = 'certificate_loan' AND EXISTS (
    SELECT 1 FROM certificate_loan AS paper WHERE paper.id = NEW.paper_id AND (paper.made_by_id = NEW.user_id
      OR paper.employee_id IN (SELECT employee_id FROM user_account WHERE id = NEW.user_id))))
)
BEGIN
  SELECT RAISE(ABORT, 'refused:approval.own_paper');
END;
