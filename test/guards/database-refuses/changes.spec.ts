import { appendOnly, preparedDatabase } from './refusals.js';

/** Seeding has recorded changes from number 1 on. */
const database = preparedDatabase();

/** A record of a change; each value is SQL. */
function change(given: Partial<Record<'number' | 'subject' | 'by' | 'before' | 'after', string>>): string {
  const { number = '1000', subject = `'iron-sword'`, by = `'x'` } = given;
  const { before = `'{"price": 1}'`, after = `'{"price": 2}'` } = given;
  return `INSERT INTO changes (number, kind, subject, changed_by, before, after, created_at)
          VALUES (${number}, 'item', ${subject}, ${by}, ${before}, ${after}, now())`;
}

database.refuses([
  ['a changed record of a change', `UPDATE changes SET changed_by = 'x'`, appendOnly],
  ['a deleted record of a change', `DELETE FROM changes`, appendOnly],
  ['emptied records of changes', `TRUNCATE changes`, appendOnly],
  ['a change with a taken number', change({ number: '1' }), /duplicate key.*changes_pkey/],
  ['a change that changes nothing', change({ after: `'{"price": 1}'` }), /changes_something/],
  ['a change from nothing to nothing', change({ before: 'NULL', after: 'NULL' }), /changes_something/],
  ['a change by no one', change({ by: `''` }), /changes_by_client_or_operator/],
  ['a change by an operator without a login', change({ by: `'operator:'` }), /changes_by_client_or_operator/],
  ['a change of no subject', change({ subject: `''` }), /changes_subject_check/],
  ['terms that are not an object', change({ after: `'[1]'` }), /changes_after_check/],
]);
