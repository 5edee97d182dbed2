// How the installation is doing: what runs, where things lie, and what waits.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatBytes } from "@/i18n/formats";
import type { SystemState } from "@/server/system-state";
import { Code, Instant, Num } from "../ui/bidi";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";

export function SystemFacts({ state }: { state: SystemState }) {
  const t = useTranslations("system");
  const { version, node, database, files, backup, queues, mail } = state;
  return (
    <>
      <Section id="software" title={t("software")}>
        <Facts>
          <Fact name={t("version")}>
            <Code>{version}</Code>
          </Fact>
          <Fact name="Node.js">
            <Code>{node}</Code>
          </Fact>
          <Fact name={t("mail")}>{t(mail ? "mailReady" : "mailMissing")}</Fact>
        </Facts>
      </Section>
      <Section id="database" title={t("database")}>
        {database.missing.length > 0 && (
          <div className="mb-4">
            <Notice tone="warning">{t("missing", { count: database.missing.length })}</Notice>
          </div>
        )}
        <Facts>
          <Fact name="PostgreSQL">
            <Code>{database.version}</Code>
          </Fact>
          <Fact name={t("size")}>
            <Size bytes={database.size} />
          </Fact>
          <Fact name={t("migrations")}>
            <Num value={database.migrations} />
            {database.latest && (
              <span className="block text-muted text-sm">
                {t("latest")} <Code className="wrap-anywhere">{database.latest}</Code>
              </span>
            )}
          </Fact>
        </Facts>
      </Section>
      <Section id="files" title={t("files")}>
        <Facts>
          <Fact name={t("place")}>{t(`places.${files.place}`)}</Fact>
          <Fact name={t("kept")}>{t("fileCount", { count: files.count })}</Fact>
          <Fact name={t("size")}>
            <Size bytes={files.size} />
          </Fact>
          {files.room !== null && (
            <Fact name={t("room")}>
              <Size bytes={files.room} />
            </Fact>
          )}
        </Facts>
      </Section>
      <Backups {...backup} />
      <Jobs queues={queues} />
    </>
  );
}

function Backups({ isNightly, last, warning }: SystemState["backup"]) {
  const t = useTranslations("system");
  return (
    <Section id="backups" title={t("backups")}>
      {warning && (
        <div className="mb-4">
          <Notice tone="warning">{t(`backupWarnings.${warning}`)}</Notice>
        </div>
      )}
      <Facts>
        <Fact name={t("schedule")}>{t(isNightly ? "nightly" : "notNightly")}</Fact>
        {last && (
          <>
            <Fact name={t("lastBackup")}>
              <Instant value={last.at} />
              <span className="block text-muted text-sm">
                <Code className="wrap-anywhere">{last.name}</Code>
              </span>
            </Fact>
            <Fact name={t("size")}>
              <Size bytes={last.size} />
            </Fact>
          </>
        )}
      </Facts>
    </Section>
  );
}

const jobStates = ["waiting", "active", "failed"] as const;

function Jobs({ queues: { jobs, workers } }: { queues: SystemState["queues"] }) {
  const t = useTranslations("system");
  return (
    <Section id="jobs" title={t("jobs")}>
      {workers.length === 0 && (
        <div className="mb-4">
          <Notice tone="warning">{t("noWorker")}</Notice>
        </div>
      )}
      {workers.length > 0 && (
        <ul className="mb-4">
          {workers.map(({ host, pid, since }) => (
            <li key={`${host} ${pid}`}>
              {t.rich("worker", {
                place: () => (
                  <Code>
                    {host}:{pid}
                  </Code>
                ),
                since: () => <Instant value={since} />,
              })}
            </li>
          ))}
        </ul>
      )}
      <div className="overflow-x-auto">
        <table className="w-full max-w-form border-collapse">
          <thead>
            <tr className="border-rule border-b text-muted text-sm">
              <th scope="col" className="py-2 text-start font-normal">
                {t("job")}
              </th>
              {jobStates.map((state) => (
                <th key={state} scope="col" className="py-2 ps-4 text-end font-normal">
                  {t(state)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.name} className="border-rule border-b">
                <th scope="row" className="py-2 text-start font-normal">
                  {t(`names.${job.name}`)}
                </th>
                {jobStates.map((state) => (
                  <td key={state} className="py-2 ps-4 text-end">
                    <Num value={job[state]} className={job[state] === 0 ? "text-faint" : "font-semibold"} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-[10rem_minmax(0,1fr)]">{children}</dl>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted max-sm:-mb-3">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
);

function Size({ bytes }: { bytes: number }) {
  return <bdi>{formatBytes(bytes, useLocale())}</bdi>;
}
