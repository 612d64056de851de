import type { FieldType } from '../domain/field-type.ts';
import { calculated } from './calculated/calculated.ts';
import { checkboxes } from './checkboxes/checkboxes.ts';
import { ci } from './ci/ci.ts';
import { date } from './date/date.ts';
import { decimal } from './decimal/decimal.ts';
import { department } from './department/department.ts';
import { email } from './email/email.ts';
import { file } from './file/file.ts';
import { group } from './group/group.ts';
import { information } from './information/information.ts';
import { integer } from './integer/integer.ts';
import { money } from './money/money.ts';
import { nit } from './nit/nit.ts';
import { phone } from './phone/phone.ts';
import { radios } from './radios/radios.ts';
import { select } from './select/select.ts';
import { text } from './text/text.ts';
import { textarea } from './textarea/textarea.ts';
import { yesNo } from './yes-no/yes-no.ts';

/** Every field type, in the order in which the designer offers them. To add one: its folder, and one line here. */
export const fieldTypes: readonly FieldType[] = [
  text, textarea, email, phone,
  integer, decimal, money, date,
  select, radios, checkboxes, yesNo,
  ci, nit, department,
  file, calculated, group, information,
];
