/** What a message needs of an address: who it goes to, on this channel. */
export type Reachable = { readonly email?: string | undefined };

/** What goes out: no more than the number, what to do, and where to read on. */
export type Letter = {
  /** The same for every repetition, so that a mail that comes twice shows once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** What became of sending. `later` is tried again; `never` is not. The reason is for the administrator and holds no personal data. */
export type Outcome = { readonly kind: 'sent' } | { readonly kind: 'later' | 'never'; readonly reason: string };

/** A channel that is ready to send. It never throws for what a server or an address may do. */
export type Sender = { readonly send: (letter: Letter) => Promise<Outcome>; readonly stop: () => Promise<void> };

/** What channels are opened with. */
export type ChannelSources = { readonly environment: Readonly<Record<string, string | undefined>>; readonly demo: boolean; readonly publicUrl: () => string; readonly clock: () => Date };

/** A way out of the mailbox. */
export type Channel = {
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  /** Where it would reach somebody, or `undefined` where it cannot. */
  readonly addressOf: (person: Reachable) => string | undefined;
  readonly open: (sources: ChannelSources) => Sender;
};
