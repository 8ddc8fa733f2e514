-- The last wall, whole: 0001_guards with the papers, payments and vouchers of a month. services/database_errors.py reads the code after "refused:".
CREATE TRIGGER audit_entry_in_order BEFORE INSERT ON audit_entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry)
BEGIN
  SELECT RAISE(ABORT, 'refused:audit.sequence');
END;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'refused:audit.immutable');
END;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'refused:audit.immutable');
END;

CREATE TRIGGER approval_decision_no_update BEFORE UPDATE ON approval_decision
BEGIN
  SELECT RAISE(ABORT, 'refused:approval.immutable');
END;

CREATE TRIGGER approval_decision_no_delete BEFORE DELETE ON approval_decision
BEGIN
  SELECT RAISE(ABORT, 'refused:approval.immutable');
END;

CREATE TRIGGER approval_decision_not_own BEFORE INSERT ON approval_decision
WHEN NEW.decision IN ('approve', 'return') AND NEW.paper_kind IN ('claim', 'advance', 'reversal', 'travel', 'payment', 'repayment') AND EXISTS (
  SELECT 1 FROM expense_claim AS paper
  WHERE paper.id = NEW.paper_id AND (
    paper.created_by_id = NEW.user_id
    OR paper.submitted_by_id = NEW.user_id
    OR paper.claimant_id IN (SELECT employee_id FROM user_account WHERE id = NEW.user_id)
  )
)
BEGIN
  SELECT RAISE(ABORT, 'refused:approval.own_paper');
END;

CREATE TRIGGER expense_line_insert BEFORE INSERT ON expense_line
WHEN EXISTS (SELECT 1 FROM expense_claim WHERE id = NEW.claim_id AND state NOT IN ('draft', 'returned', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER expense_line_update BEFORE UPDATE ON expense_line
WHEN EXISTS (
  SELECT 1 FROM expense_claim AS paper
  WHERE paper.id IN (OLD.claim_id, NEW.claim_id) AND paper.state NOT IN ('draft', 'returned', 'withdrawn') AND (
    paper.state <> 'submitted'
    OR OLD.id IS NOT NEW.id
    OR OLD.claim_id IS NOT NEW.claim_id
    OR OLD.position IS NOT NEW.position
    OR OLD.category_id IS NOT NEW.category_id
    OR OLD.spent_on IS NOT NEW.spent_on
    OR OLD.spent_to IS NOT NEW.spent_to
    OR OLD.description IS NOT NEW.description
    OR OLD.amount IS NOT NEW.amount
    OR OLD.tax IS NOT NEW.tax
    OR OLD.project_id IS NOT NEW.project_id
    OR OLD.invoice_id IS NOT NEW.invoice_id
    OR OLD.city IS NOT NEW.city
    OR OLD.nights IS NOT NEW.nights
    OR OLD.headcount IS NOT NEW.headcount
    OR OLD.leg IS NOT NEW.leg
  )
)
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER expense_line_delete BEFORE DELETE ON expense_line
WHEN EXISTS (SELECT 1 FROM expense_claim WHERE id = OLD.claim_id AND state NOT IN ('draft', 'returned', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER advance_offset_insert BEFORE INSERT ON advance_offset
WHEN EXISTS (SELECT 1 FROM expense_claim WHERE id = NEW.claim_id AND state NOT IN ('draft', 'returned', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER advance_offset_update BEFORE UPDATE ON advance_offset
WHEN EXISTS (
  SELECT 1 FROM expense_claim
  WHERE id IN (OLD.claim_id, NEW.claim_id) AND state NOT IN ('draft', 'returned', 'withdrawn')
)
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER advance_offset_delete BEFORE DELETE ON advance_offset
WHEN EXISTS (SELECT 1 FROM expense_claim WHERE id = OLD.claim_id AND state NOT IN ('draft', 'returned', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER travel_leg_insert BEFORE INSERT ON travel_leg
WHEN EXISTS (SELECT 1 FROM expense_claim WHERE id = NEW.claim_id AND state NOT IN ('draft', 'returned', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER travel_leg_update BEFORE UPDATE ON travel_leg
WHEN EXISTS (SELECT 1 FROM expense_claim WHERE id IN (OLD.claim_id, NEW.claim_id) AND state NOT IN ('draft', 'returned', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER travel_leg_delete BEFORE DELETE ON travel_leg
WHEN EXISTS (SELECT 1 FROM expense_claim WHERE id = OLD.claim_id AND state NOT IN ('draft', 'returned', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER expense_claim_frozen BEFORE UPDATE ON expense_claim
WHEN OLD.state NOT IN ('draft', 'returned', 'withdrawn') AND (
  OLD.id IS NOT NEW.id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.number IS NOT NEW.number
  OR OLD.claimant_id IS NOT NEW.claimant_id
  OR OLD.department_id IS NOT NEW.department_id
  OR OLD.project_id IS NOT NEW.project_id
  OR OLD.created_by_id IS NOT NEW.created_by_id
  OR OLD.business_date IS NOT NEW.business_date
  OR OLD.purpose IS NOT NEW.purpose
  OR OLD.amount IS NOT NEW.amount
  OR OLD.tax IS NOT NEW.tax
  OR OLD.due_on IS NOT NEW.due_on
  OR OLD.reverses_id IS NOT NEW.reverses_id
  OR OLD.grade IS NOT NEW.grade
  OR OLD.payee_id IS NOT NEW.payee_id
  OR OLD.payee_name IS NOT NEW.payee_name
  OR OLD.payee_bank IS NOT NEW.payee_bank
  OR OLD.payee_account IS NOT NEW.payee_account
  OR OLD.contract_number IS NOT NEW.contract_number
  OR OLD.contract_amount IS NOT NEW.contract_amount
  OR OLD.paid_before IS NOT NEW.paid_before
  OR OLD.invoice_promise IS NOT NEW.invoice_promise
  OR OLD.pay_month IS NOT NEW.pay_month
  OR (OLD.state <> 'submitted' AND (OLD.sanctioned IS NOT NEW.sanctioned OR OLD.offset_total IS NOT NEW.offset_total))
)
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER expense_claim_state BEFORE UPDATE OF state ON expense_claim
WHEN OLD.state <> NEW.state AND OLD.kind NOT IN ('reversal', 'repayment') AND NOT CASE OLD.state
  WHEN 'submitted' THEN NEW.state IN ('to_pay', 'returned', 'withdrawn')
  WHEN 'to_pay' THEN NEW.state IN ('paid', 'returned', 'voided')
  WHEN 'paid' THEN NEW.state = 'voided' OR (
    NEW.state = 'to_pay'
    AND EXISTS (SELECT 1 FROM payment_line WHERE claim_id = OLD.id)
    AND NOT EXISTS (SELECT 1 FROM payment_line WHERE claim_id = OLD.id AND state = 'confirmed')
  )
  WHEN 'voided' THEN 0
  ELSE NEW.state NOT IN ('to_pay', 'paid')
END
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.wrong_state');
END;

CREATE TRIGGER expense_claim_delete BEFORE DELETE ON expense_claim
WHEN OLD.state NOT IN ('draft', 'returned', 'withdrawn')
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER attachment_delete BEFORE DELETE ON attachment
WHEN OLD.record_kind = 'expense_claim' AND EXISTS (
  SELECT 1 FROM expense_claim WHERE id = OLD.record_id AND state NOT IN ('draft', 'returned', 'withdrawn')
)
BEGIN
  SELECT RAISE(ABORT, 'refused:attachment.paper_submitted');
END;

CREATE TRIGGER attachment_update BEFORE UPDATE ON attachment
WHEN OLD.record_kind = 'expense_claim' AND EXISTS (
  SELECT 1 FROM expense_claim WHERE id = OLD.record_id AND state NOT IN ('draft', 'returned', 'withdrawn')
)
BEGIN
  SELECT RAISE(ABORT, 'refused:attachment.paper_submitted');
END;

CREATE TRIGGER invoice_delete BEFORE DELETE ON invoice
WHEN EXISTS (SELECT 1 FROM expense_claim WHERE id = OLD.claim_id AND state NOT IN ('draft', 'returned', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

-- used_key and state alone move: taken when the paper is submitted, given back when it is voided, marked by its seller;
-- an invoice that was promised comes to a paid payment request later, one of a voided paper may go to another paper
CREATE TRIGGER invoice_moves BEFORE UPDATE ON invoice
WHEN EXISTS (
  SELECT 1 FROM expense_claim
  WHERE id IN (OLD.claim_id, NEW.claim_id) AND state NOT IN ('draft', 'returned', 'withdrawn')
    AND NOT (OLD.claim_id IS NULL AND kind = 'payment' AND state = 'paid')
    AND NOT (id = OLD.claim_id AND state = 'voided' AND OLD.claim_id IS NOT NEW.claim_id)
) AND (
  OLD.claim_id IS NOT NEW.claim_id
  OR OLD.attachment_id IS NOT NEW.attachment_id
)
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER invoice_update BEFORE UPDATE ON invoice
WHEN EXISTS (
  SELECT 1 FROM expense_claim
  WHERE id IN (OLD.claim_id, NEW.claim_id) AND state NOT IN ('draft', 'returned', 'withdrawn')
    AND NOT (OLD.claim_id IS NULL AND kind = 'payment' AND state = 'paid')
) AND (
  OLD.id IS NOT NEW.id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.code IS NOT NEW.code
  OR OLD.number IS NOT NEW.number
  OR OLD.number_key IS NOT NEW.number_key
  OR OLD.issued_on IS NOT NEW.issued_on
  OR OLD.net IS NOT NEW.net
  OR OLD.tax IS NOT NEW.tax
  OR OLD.total IS NOT NEW.total
  OR OLD.buyer_name IS NOT NEW.buyer_name
  OR OLD.buyer_tax_id IS NOT NEW.buyer_tax_id
  OR OLD.seller_name IS NOT NEW.seller_name
  OR OLD.seller_tax_id IS NOT NEW.seller_tax_id
  OR OLD.check_code IS NOT NEW.check_code
  OR OLD.red_letter IS NOT NEW.red_letter
  OR OLD.lines IS NOT NEW.lines
  OR OLD.sources IS NOT NEW.sources
  OR OLD.file_sha256 IS NOT NEW.file_sha256
)
BEGIN
  SELECT RAISE(ABORT, 'refused:claim.not_editable');
END;

CREATE TRIGGER expense_claim_bound BEFORE UPDATE OF state ON expense_claim
WHEN OLD.state = 'paid' AND NEW.state = 'to_pay' AND EXISTS (
  SELECT 1 FROM voucher JOIN voucher_month ON voucher_month.month = voucher.month
  WHERE voucher.claim_id = OLD.id AND voucher.state = 'valid'
)
BEGIN
  SELECT RAISE(ABORT, 'refused:voucher.month_bound');
END;

CREATE TRIGGER voucher_insert BEFORE INSERT ON voucher
WHEN EXISTS (SELECT 1 FROM voucher_month WHERE month = NEW.month)
BEGIN
  SELECT RAISE(ABORT, 'refused:voucher.month_bound');
END;

CREATE TRIGGER voucher_update BEFORE UPDATE ON voucher
WHEN EXISTS (SELECT 1 FROM voucher_month WHERE month IN (OLD.month, NEW.month)) AND (
  OLD.state IS NOT NEW.state OR OLD.attachments IS NOT NEW.attachments OR OLD.void_reason IS NOT NEW.void_reason
)
BEGIN
  SELECT RAISE(ABORT, 'refused:voucher.month_bound');
END;

-- a number is given once: it is voided, never changed, taken back or used again
CREATE TRIGGER voucher_fixed BEFORE UPDATE ON voucher
WHEN OLD.id IS NOT NEW.id
  OR OLD.month IS NOT NEW.month
  OR OLD.type IS NOT NEW.type
  OR OLD.number IS NOT NEW.number
  OR OLD.label IS NOT NEW.label
  OR OLD.claim_id IS NOT NEW.claim_id
  OR OLD.dated_on IS NOT NEW.dated_on
  OR OLD.amount IS NOT NEW.amount
  OR (OLD.state = 'voided' AND NEW.state = 'valid')
BEGIN
  SELECT RAISE(ABORT, 'refused:voucher.fixed');
END;

CREATE TRIGGER voucher_delete BEFORE DELETE ON voucher
BEGIN
  SELECT RAISE(ABORT, 'refused:voucher.fixed');
END;

CREATE TRIGGER payment_line_fixed BEFORE UPDATE ON payment_line
WHEN OLD.batch_id IS NOT NEW.batch_id
  OR OLD.claim_id IS NOT NEW.claim_id
  OR OLD.amount IS NOT NEW.amount
  OR OLD.payee_name IS NOT NEW.payee_name
  OR OLD.bank_account IS NOT NEW.bank_account
BEGIN
  SELECT RAISE(ABORT, 'refused:batch.fixed');
END;

CREATE TRIGGER payment_line_delete BEFORE DELETE ON payment_line
BEGIN
  SELECT RAISE(ABORT, 'refused:batch.fixed');
END;
