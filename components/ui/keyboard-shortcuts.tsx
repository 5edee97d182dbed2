"use client";
// Single-key shortcuts: g then a letter goes to a page, j and k move, / searches, ? lists them all.
import { Keyboard } from "lucide-react";
import { useEffect, useState } from "react";
import { useRouter } from "@/i18n/navigation";
import { IconButton } from "./button";
import { Checkbox } from "./choice";
import { Dialog } from "./dialog";
import {
  isTyping,
  latinKey,
  moveBetweenItems,
  type PageKey,
  pageKeys,
  pressPageKey,
  rememberKeys,
  useKeysOn,
} from "./page-keys";

export interface ShortcutLabels {
  title: string;
  intro: string;
  toggle: string;
  enabled: string;
  disabled: string;
  waiting: string;
  afterwards: string;
  groupGo: string;
  groupPage: string;
  groupWork: string;
  next: string;
  previous: string;
  search: string;
  help: string;
}

export interface KeyboardShortcutsProps {
  /** Pages reached by `g` and then the key. */
  destinations: ReadonlyArray<{ key: string; href: string; label: string }>;
  labels: ShortcutLabels;
}

/** How long `g` waits for its second letter. */
const patience = 1500;

export function KeyboardShortcuts({ destinations, labels }: KeyboardShortcutsProps) {
  const router = useRouter();
  const on = useKeysOn();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly PageKey[]>([]);
  const [said, say] = useState("");

  function show(next: boolean) {
    if (next) setFound(pageKeys());
    setOpen(next);
  }

  useEffect(() => {
    if (!on) return;
    let waitingSince = 0;

    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const key = latinKey(event);
      const waiting = Date.now() - waitingSince < patience;
      waitingSince = 0;
      const destination = waiting && destinations.find((each) => each.key === key);
      if (destination) {
        say(destination.label);
        router.push(destination.href);
      } else if (key === "g") {
        waitingSince = Date.now();
        say(labels.waiting);
      } else if (key === "?") {
        setFound(pageKeys());
        setOpen(true);
      } else if (key === "/") {
        const search = document.querySelector<HTMLElement>("[data-search]");
        if (!search) return;
        search.focus();
      } else if (!pressPageKey(key) && !moveBetweenItems(key)) {
        return;
      }
      event.preventDefault();
    }

    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, destinations, labels, router]);

  return (
    <>
      <span role="status" className="sr-only">
        {said}
      </span>
      <Dialog
        size="small"
        title={labels.title}
        description={labels.intro}
        open={open}
        onOpenChange={show}
        trigger={
          <IconButton label={labels.title} aria-keyshortcuts="?" className="max-sm:hidden">
            <Keyboard aria-hidden="true" />
          </IconButton>
        }
      >
        <div className="grid gap-5">
          <KeyList
            title={labels.groupGo}
            keys={destinations.map(({ key, label }) => ({ keys: ["g", key], label }))}
            afterwards={labels.afterwards}
          />
          <KeyList
            title={labels.groupWork}
            afterwards={labels.afterwards}
            keys={[
              { keys: ["/"], label: labels.search },
              { keys: ["j"], label: labels.next },
              { keys: ["k"], label: labels.previous },
              { keys: ["?"], label: labels.help },
            ]}
          />
          {found.length > 0 && (
            <KeyList
              title={labels.groupPage}
              keys={found.map(({ key, label }) => ({ keys: [key], label }))}
              afterwards={labels.afterwards}
            />
          )}
          <Checkbox
            label={labels.toggle}
            checked={on}
            onChange={(event) => {
              rememberKeys(event.target.checked);
              say(event.target.checked ? labels.enabled : labels.disabled);
            }}
          />
        </div>
      </Dialog>
    </>
  );
}

interface KeyListProps {
  title: string;
  afterwards: string;
  keys: ReadonlyArray<{ keys: readonly string[]; label: string }>;
}

function KeyList({ title, keys, afterwards }: KeyListProps) {
  return (
    <section>
      <h3 className="mb-1 font-semibold text-faint text-sm">{title}</h3>
      <dl className="divide-y divide-rule border-rule border-y">
        {keys.map((row) => (
          <div key={row.keys.join(" ")} className="flex items-center justify-between gap-4 py-1.5">
            <dt>{row.label}</dt>
            <dd className="flex items-center gap-1.5 text-muted text-sm">
              {row.keys.map((key, place) => (
                <span key={key} className="contents">
                  {place > 0 && <span>{afterwards}</span>}
                  <kbd
                    dir="ltr"
                    className="grid min-w-6 place-items-center rounded-sm border border-edge bg-panel px-1.5 font-sans text-text leading-6"
                  >
                    {key}
                  </kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
