import { fieldAt } from './fields.ts';
import type { FormPage, UploadRules } from './types.ts';

/** What may be uploaded under a posted name of this page, such as `carnet` or `socios.0.carnet`; `undefined` where nothing may. */
export const uploadRules = (page: FormPage, name: string): UploadRules | undefined => fieldAt(page.fields, name)?.behaviour.upload;
