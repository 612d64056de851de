declare module 'bpmn-moddle' {
  export type ModdleNode = {
    readonly $type: string;
    readonly $attrs: Readonly<Record<string, unknown>>;
    readonly $parent?: ModdleNode;
    readonly $instanceOf: (type: string) => boolean;
    readonly get: (name: string) => unknown;
  };
  export type ModdleWarning = { readonly message: string; /** Of a broken reference: the property that holds it, such as `bpmn:sourceRef`. */ readonly property?: string };
  export type Reading = {
    readonly rootElement: ModdleNode;
    readonly elementsById: Readonly<Record<string, ModdleNode>>;
    readonly warnings: readonly ModdleWarning[];
  };
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<Reading>;
  }
}

declare module 'dmn-moddle' {
  import type { Reading } from 'bpmn-moddle';
  export class DmnModdle {
    fromXML(xml: string): Promise<Reading>;
  }
}
