"use client";
// A form that hands what was typed to an action and never loses it: not on a refusal, a reload or a lost connection.
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  createContext,
  type FormEvent,
  type ReactNode,
  use,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
} from "react";
import type { FormOutcome } from "@/actions/form-action";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Notice } from "../ui/notice";
import { ConflictPanel, type Standing } from "./conflict-panel";
import { useDraft } from "./draft";
import { type Mishap, RefusalNotice } from "./refusal-notice";

export type ActionFormProps<Value> = {
  action: (form: FormData) => Promise<FormOutcome<Value>>;
  children: ReactNode;
  submitLabel: string;
  /** "secondary" where another form of the page is the main one. */
  submitVariant?: "primary" | "secondary";
  /** Under which name the browser keeps what is typed until it is saved; leave out for passwords. */
  draft?: string;
  /** Hidden values, such as ids and the version the form started from; frozen at first render, whatever the page learns later. */
  carried?: Record<string, string>;
  /** Names among the hidden values that a draft does not bring back: the person has chosen them anew. */
  chosen?: readonly string[];
  /** How the state that a conflict reports reads, field by field. */
  standing?: (current: never) => Standing;
  /** What more to say of a refusal that reports something, such as which one is already there; `saveOn` sends again with other carried values. */
  explain?: (current: never, saveOn: (carried: Record<string, string>) => void) => ReactNode;
  onDone?: (value: Value) => void;
  /** A second way to send the same fields, such as keeping them for later; its button stands beside the first. */
  otherWay?: { action: (form: FormData) => Promise<FormOutcome>; label: string; onDone: () => void };
  /** What the form says after it was saved, when it stays open. */
  doneMessage?: string;
  /** Whether it empties itself after saving, for forms that add. */
  resetWhenDone?: "reset" | "keep";
  onCancel?: () => void;
  className?: string;
};

/** Sends, and gives what is to be done when it was saved. */
type Way = (values: FormData) => Promise<(() => void) | null>;
type State<Value> = FormOutcome<Value> | Mishap | null;

const RefusedFields = createContext<Record<string, string>>({});

/** The sentence of the refusal at a field, in the reader's language. */
export function useRefusal(name: string | undefined): string | undefined {
  const t = useTranslations("refusals");
  const key = name ? use(RefusedFields)[name] : undefined;
  return key && (t.has(key as never) ? t(key as never) : t("invalid"));
}

export function ActionForm<Value>(props: ActionFormProps<Value>) {
  const t = useTranslations("forms");
  const form = useRef<HTMLFormElement>(null);
  const [conflictForm, setConflictForm] = useState<HTMLFormElement | null>(null);
  const [state, setState] = useState<State<Value>>(null);
  const [carried, setCarried] = useState(props.carried ?? {});
  const [pending, startTransition] = useTransition();
  const isAlive = useIsAlive();
  /** What a merge after a conflict goes on with. */
  const lastWay = useRef<Way | null>(null);
  const draft = useDraft(props.draft, form, carried, { setCarried, chosen: props.chosen });

  const refused = state?.status === "refused" ? state : null;
  // There is nothing to merge with what somebody deleted.
  const mergeable = refused?.code === "conflict" && refused.reason !== "deleted" && refused.current;
  const conflict = mergeable && props.standing ? refused : null;
  useEffect(() => {
    if (refused) focusFirstRefused(form.current, refused.fields);
  }, [refused]);

  const mainWay: Way = async (values) => {
    const outcome = await attempt(props.action, values);
    setState(outcome);
    return outcome.status === "done" ? () => props.onDone?.(outcome.value) : null;
  };
  const otherWay: Way = async (values) => {
    if (!props.otherWay) return null;
    const { action, onDone } = props.otherWay;
    const outcome = await attempt(action, values);
    setState(outcome.status === "done" ? null : outcome);
    return outcome.status === "done" ? onDone : null;
  };

  function send(values: FormData, way: Way) {
    lastWay.current = way;
    startTransition(async () => {
      const finish = await way(values);
      setConflictForm(form.current);
      if (!finish) return;
      draft.forget();
      if (props.resetWhenDone === "reset") form.current?.reset();
      finish();
    });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const isOther = submitter?.hasAttribute("data-other-way");
    if (!pending) send(new FormData(event.currentTarget), isOther ? otherWay : mainWay);
  }

  /** After the person has merged: the same form, now on top of what stands. */
  function saveMerged(versions: Record<string, string>) {
    if (!form.current) return;
    const values = new FormData(form.current);
    for (const [name, value] of Object.entries(versions)) values.set(name, value);
    setCarried({ ...carried, ...versions });
    send(values, lastWay.current ?? mainWay);
  }

  return (
    <RefusedFields value={refused?.fields ?? {}}>
      <form
        ref={form}
        // Sent before the page is alive, a form would lose what was typed: its button sends nothing until then,
        // and where a key does, a form without a method would put passwords into the address.
        method="post"
        noValidate
        onSubmit={submit}
        onInput={draft.remember}
        onChange={draft.remember}
        aria-busy={pending}
        className={classNames("grid gap-4", props.className)}
      >
        {Object.entries(carried).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {draft.restored && (
          <Notice
            live
            actions={
              <Button
                size="small"
                onClick={() => {
                  form.current?.reset();
                  setCarried(props.carried ?? {});
                  draft.forget();
                }}
              >
                {t("discardDraft")}
              </Button>
            }
          >
            {t("draftRestored")}
          </Notice>
        )}
        {props.children}
        {conflict && props.standing && conflictForm && (
          <ConflictPanel
            form={conflictForm}
            standing={props.standing(conflict.current as never)}
            pending={pending}
            onSave={saveMerged}
          />
        )}
        {state && !conflict && (
          <RefusalNotice state={state} doneMessage={props.doneMessage}>
            {refused?.current ? props.explain?.(refused.current as never, saveMerged) : null}
          </RefusalNotice>
        )}
        {(!conflict || props.onCancel) && (
          <div className="flex flex-wrap gap-2">
            {!conflict && (
              <Button type={isAlive ? "submit" : "button"} variant={props.submitVariant ?? "primary"} pending={pending}>
                {props.submitLabel}
              </Button>
            )}
            {!conflict && props.otherWay && (
              <Button type={isAlive ? "submit" : "button"} data-other-way="" pending={pending}>
                {props.otherWay.label}
              </Button>
            )}
            {props.onCancel && (
              <Button
                variant="quiet"
                onClick={() => {
                  draft.forget();
                  props.onCancel?.();
                }}
              >
                {t("cancel")}
              </Button>
            )}
          </div>
        )}
      </form>
    </RefusedFields>
  );
}

/** False until the browser has taken the page over from the server. */
function useIsAlive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}

/** Calls the action; a connection or server that fails becomes a state to show instead of an error page that would take the form away. */
export async function attempt<Value>(
  action: (form: FormData) => Promise<FormOutcome<Value>>,
  values: FormData,
): Promise<FormOutcome<Value> | Mishap> {
  try {
    // A server that restarted or a session page that expired may answer with nothing.
    return (await action(values)) ?? { status: "failed" };
  } catch (error) {
    unstable_rethrow(error);
    return { status: !navigator.onLine || error instanceof TypeError ? "unreachable" : "failed" };
  }
}

function focusFirstRefused(form: HTMLFormElement | null, fields: Record<string, string>): void {
  if (!form) return;
  const controls = [...form.elements].filter((element) => element instanceof HTMLElement);
  const first = controls.find((element) => {
    const name = element.getAttribute("name");
    return name !== null && name in fields && element.getAttribute("type") !== "hidden";
  });
  first?.focus();
}
