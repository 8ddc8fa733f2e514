-- The last wall on a server, the same as 0002_guards.sqlite.sql.
CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING MESSAGE = 'refused:' || TG_ARGV[0];
END $$;

CREATE OR REPLACE FUNCTION audit_entry_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry) THEN
    RAISE EXCEPTION 'refused:audit.sequence';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION approval_decision_not_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decision IN ('approve', 'return') AND NEW.paper_kind IN ('claim', 'advance', 'reversal', 'travel', 'payment', 'repayment') AND EXISTS (
    SELECT 1 FROM expense_claim AS paper
    WHERE paper.id = NEW.paper_id AND (
      paper.created_by_id = NEW.user_id
      OR paper.submitted_by_id = NEW.user_id
      OR paper.claimant_id IN (SELECT employee_id FROM user_account WHERE id = NEW.user_id)
    )
  ) THEN
    RAISE EXCEPTION 'refused:approval.own_paper';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION claim_part_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
  free text[] := ARRAY['sanctioned', 'category_name', 'project_name'];
  paper_state text;
BEGIN
  FOR paper_state IN
    SELECT state FROM expense_claim
    WHERE id IN ((before ->> 'claim_id')::bigint, (after ->> 'claim_id')::bigint)
      AND state NOT IN ('draft', 'returned', 'withdrawn')
  LOOP
    IF TG_OP <> 'UPDATE' OR TG_TABLE_NAME <> 'expense_line' OR paper_state <> 'submitted'
      OR before - free <> after - free
    THEN
      RAISE EXCEPTION 'refused:claim.not_editable';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION attachment_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.record_kind = 'expense_claim' AND EXISTS (
    SELECT 1 FROM expense_claim WHERE id = OLD.record_id AND state NOT IN ('draft', 'returned', 'withdrawn')
  ) THEN
    RAISE EXCEPTION 'refused:attachment.paper_submitted';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- used_key and state alone move: taken when the paper is submitted, given back when it is voided, marked by its seller;
-- an invoice that was promised comes to a paid payment request later, one of a voided paper may go to another paper
CREATE OR REPLACE FUNCTION invoice_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
  free text[] := ARRAY['used_key', 'state', 'seen_on', 'marked_on', 'mark_note', 'pages', 'search_text', 'version', 'created_at', 'updated_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT 1 FROM expense_claim WHERE id = (before ->> 'claim_id')::bigint AND state = 'voided'
  ) AND before -> 'claim_id' IS DISTINCT FROM after -> 'claim_id' THEN
    IF before - free - 'claim_id' - 'attachment_id' IS DISTINCT FROM after - free - 'claim_id' - 'attachment_id'
      OR EXISTS (
        SELECT 1 FROM expense_claim
        WHERE id = (after ->> 'claim_id')::bigint AND id <> (before ->> 'claim_id')::bigint
          AND state NOT IN ('draft', 'returned', 'withdrawn')
      )
    THEN
      RAISE EXCEPTION 'refused:claim.not_editable';
    END IF;
    RETURN NEW;
  END IF;
  IF before - free IS DISTINCT FROM after - free AND EXISTS (
    SELECT 1 FROM expense_claim
    WHERE id IN ((before ->> 'claim_id')::bigint, (after ->> 'claim_id')::bigint)
      AND state NOT IN ('draft', 'returned', 'withdrawn')
      AND NOT (before ->> 'claim_id' IS NULL AND kind = 'payment' AND state = 'paid')
  ) THEN
    RAISE EXCEPTION 'refused:claim.not_editable';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION expense_claim_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open_states text[] := ARRAY['draft', 'returned', 'withdrawn'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> ALL (open_states) THEN
      RAISE EXCEPTION 'refused:claim.not_editable';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> ALL (open_states) AND (
    (OLD.id, OLD.kind, OLD.number, OLD.claimant_id, OLD.department_id, OLD.project_id, OLD.created_by_id,
     OLD.business_date, OLD.purpose, OLD.amount, OLD.tax, OLD.due_on, OLD.reverses_id,
     OLD.grade, OLD.payee_id, OLD.payee_name, OLD.payee_bank, OLD.payee_account, OLD.contract_number, OLD.contract_amount, OLD.paid_before, OLD.invoice_promise, OLD.pay_month)
    IS DISTINCT FROM
    (NEW.id, NEW.kind, NEW.number, NEW.claimant_id, NEW.department_id, NEW.project_id, NEW.created_by_id,
     NEW.business_date, NEW.purpose, NEW.amount, NEW.tax, NEW.due_on, NEW.reverses_id,
     NEW.grade, NEW.payee_id, NEW.payee_name, NEW.payee_bank, NEW.payee_account, NEW.contract_number, NEW.contract_amount, NEW.paid_before, NEW.invoice_promise, NEW.pay_month)
    OR (OLD.state <> 'submitted'
        AND (OLD.sanctioned, OLD.offset_total) IS DISTINCT FROM (NEW.sanctioned, NEW.offset_total))
  ) THEN
    RAISE EXCEPTION 'refused:claim.not_editable';
  END IF;
  IF OLD.state <> NEW.state AND OLD.kind NOT IN ('reversal', 'repayment') AND NOT (CASE OLD.state
    WHEN 'submitted' THEN NEW.state IN ('to_pay', 'returned', 'withdrawn')
    WHEN 'to_pay' THEN NEW.state IN ('paid', 'returned', 'voided')
    WHEN 'paid' THEN NEW.state = 'voided' OR (
      NEW.state = 'to_pay'
      AND EXISTS (SELECT 1 FROM payment_line WHERE claim_id = OLD.id)
      AND NOT EXISTS (SELECT 1 FROM payment_line WHERE claim_id = OLD.id AND state = 'confirmed')
    )
    WHEN 'voided' THEN false
    ELSE NEW.state NOT IN ('to_pay', 'paid')
  END) THEN
    RAISE EXCEPTION 'refused:claim.wrong_state';
  END IF;
  IF OLD.state = 'paid' AND NEW.state = 'to_pay' AND EXISTS (
    SELECT 1 FROM voucher JOIN voucher_month ON voucher_month.month = voucher.month
    WHERE voucher.claim_id = OLD.id AND voucher.state = 'valid'
  ) THEN
    RAISE EXCEPTION 'refused:voucher.month_bound';
  END IF;
  RETURN NEW;
END $$;

-- a number is given once: it is voided, never changed, taken back or used again; a bound month stays as it is
CREATE OR REPLACE FUNCTION voucher_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM voucher_month WHERE month = NEW.month) THEN
      RAISE EXCEPTION 'refused:voucher.month_bound';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.id, OLD.month, OLD.type, OLD.number, OLD.label, OLD.claim_id, OLD.dated_on, OLD.amount)
    IS DISTINCT FROM (NEW.id, NEW.month, NEW.type, NEW.number, NEW.label, NEW.claim_id, NEW.dated_on, NEW.amount)
    OR (OLD.state = 'voided' AND NEW.state = 'valid')
  THEN
    RAISE EXCEPTION 'refused:voucher.fixed';
  END IF;
  IF (OLD.state, OLD.attachments, OLD.void_reason) IS DISTINCT FROM (NEW.state, NEW.attachments, NEW.void_reason)
    AND EXISTS (SELECT 1 FROM voucher_month WHERE month = OLD.month)
  THEN
    RAISE EXCEPTION 'refused:voucher.month_bound';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION payment_line_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.batch_id, OLD.claim_id, OLD.amount, OLD.payee_name, OLD.bank_account)
    IS DISTINCT FROM (NEW.batch_id, NEW.claim_id, NEW.amount, NEW.payee_name, NEW.bank_account)
  THEN
    RAISE EXCEPTION 'refused:batch.fixed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_entry_in_order BEFORE INSERT ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_entry_in_order();

CREATE TRIGGER audit_entry_immutable BEFORE UPDATE OR DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION refuse('audit.immutable');

CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse('audit.immutable');

CREATE TRIGGER approval_decision_immutable BEFORE UPDATE OR DELETE ON approval_decision
FOR EACH ROW EXECUTE FUNCTION refuse('approval.immutable');

CREATE TRIGGER approval_decision_not_own BEFORE INSERT ON approval_decision
FOR EACH ROW EXECUTE FUNCTION approval_decision_not_own();

CREATE TRIGGER expense_line_frozen BEFORE INSERT OR UPDATE OR DELETE ON expense_line
FOR EACH ROW EXECUTE FUNCTION claim_part_frozen();

CREATE TRIGGER advance_offset_frozen BEFORE INSERT OR UPDATE OR DELETE ON advance_offset
FOR EACH ROW EXECUTE FUNCTION claim_part_frozen();

CREATE TRIGGER expense_claim_guard BEFORE UPDATE OR DELETE ON expense_claim
FOR EACH ROW EXECUTE FUNCTION expense_claim_guard();

CREATE TRIGGER attachment_kept BEFORE UPDATE OR DELETE ON attachment
FOR EACH ROW EXECUTE FUNCTION attachment_kept();

CREATE TRIGGER invoice_kept BEFORE UPDATE OR DELETE ON invoice
FOR EACH ROW EXECUTE FUNCTION invoice_kept();

CREATE TRIGGER travel_leg_frozen BEFORE INSERT OR UPDATE OR DELETE ON travel_leg
FOR EACH ROW EXECUTE FUNCTION claim_part_frozen();

CREATE TRIGGER voucher_guard BEFORE INSERT OR UPDATE ON voucher
FOR EACH ROW EXECUTE FUNCTION voucher_guard();

CREATE TRIGGER voucher_delete BEFORE DELETE ON voucher
FOR EACH ROW EXECUTE FUNCTION refuse('voucher.fixed');

CREATE TRIGGER payment_line_fixed BEFORE UPDATE ON payment_line
FOR EACH ROW EXECUTE FUNCTION payment_line_fixed();

CREATE TRIGGER payment_line_delete BEFORE DELETE ON payment_line
FOR EACH ROW EXECUTE FUNCTION refuse('batch.fixed');
