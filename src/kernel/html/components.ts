/**
 * The parts that pages are made of: functions from data to `Html`, in the markup of govuk-frontend 6, with Spanish words.
 * Text given to them is escaped; `Html` passes as it is. README.md in this folder shows how to write a page with them.
 */
export { attributes, classes } from './components/attributes.ts';
export type { Field, TextSize } from './components/field.ts';
export { fileField, hiddenField, select, textArea, textField } from './components/inputs.ts';
export type { FileField, InputWidth, Select, SelectOption, TextArea, TextField } from './components/inputs.ts';
export { checkboxes, radios } from './components/choices.ts';
export type { Checkboxes, Choice, Radios } from './components/choices.ts';
export { dateField } from './components/date-field.ts';
export type { DateField, DatePart } from './components/date-field.ts';
export { button, buttonGroup, linkButton } from './components/buttons.ts';
export type { Button, LinkButton } from './components/buttons.ts';
export { summaryList, table, taskList, timeline } from './components/lists.ts';
export type { SummaryRow, Table, TaskRow, TimelineEntry, TimelineKind } from './components/lists.ts';
export { details, emptyState, errorSummary, insetText, notice, panel, statNumber, statRow, tag, warningText } from './components/messages.ts';
export type { Details, EmptyState, ErrorLink, Notice, StatNumber, Tag, TagColour } from './components/messages.ts';
export { backLink, breadcrumbs, pagination, phaseBanner, roomList, searchBox, skipLink, stepIndicator } from './components/navigation.ts';
export type { Crumb, Pagination, Room, SearchBox } from './components/navigation.ts';
export { fieldset, mainAndAside, postForm, sideBySide, visuallyHidden } from './components/layout.ts';
export type { Fieldset, PostForm } from './components/layout.ts';
export { tabs } from './components/tabs.ts';
