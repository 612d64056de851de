/** A place of a drawing, in its own units (pixels at natural size). */
export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };

/** What is drawn for one element. */
export type Shape = {
  /** Id of the BPMN element; where it stands in the file it came from. */
  readonly id: string;
  readonly form: 'task' | 'event' | 'gateway' | 'subProcess' | 'pool' | 'lane' | 'data' | 'store' | 'note' | 'group' | 'other';
  readonly name?: string;
  readonly box: Box;
  /** Little picture inside: kind of task, gateway or event. */
  readonly icon?: string;
  /** Of an event: how its border is drawn. */
  readonly ring?: 'start' | 'middle' | 'end';
  readonly dashed?: true;
  /** Of an event: it throws, so its picture is filled. */
  readonly filled?: true;
  /** Of a called activity. */
  readonly thick?: true;
  /** Of a pool or lane: its name runs along the left side. */
  readonly horizontal?: true;
  readonly collapsed?: true;
  readonly repeats?: 'loop' | 'parallel' | 'sequential';
  /** Where the name stands, when not inside. */
  readonly label?: Box;
};

export type Edge = {
  readonly id: string;
  readonly form: 'sequence' | 'message' | 'association';
  readonly name?: string;
  readonly points: readonly Point[];
  /** The middle of where its name stands. */
  readonly label?: Point;
  /** Of a sequence flow: the one taken when no condition holds. */
  readonly otherwise?: true;
};

/** One or several pictures of a file, as plain JSON: what is behind is first. */
export type Drawing = { readonly title: string; readonly pages: readonly { readonly name?: string; readonly shapes: readonly Shape[]; readonly edges: readonly Edge[] }[] };
