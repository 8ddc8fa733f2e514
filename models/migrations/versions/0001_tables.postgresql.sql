ALTER TABLE department ADD CONSTRAINT fk_department_head_id_employee FOREIGN KEY(head_id) REFERENCES employee (id);
