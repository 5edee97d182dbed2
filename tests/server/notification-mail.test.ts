// Mail about notifications: when each member chose, in their language, and never the same twice.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { addNoteInput } from "@/domain/note";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { log } from "@/server/log";
import { removeMember } from "@/server/members";
import { addNote } from "@/server/notes";
import { mailDigests, mailNotifications } from "@/server/notification-mail";
import { chooseMail, listNotifications, markAllRead } from "@/server/notifications";
import { emailOf, makeTeam, type Team } from "../cast";
import { type Mailbox, openMailbox } from "../mailbox";

let team: Team;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
});
beforeEach(async () => {
  team = await makeTeam();
  mailbox.received.splice(0);
});
afterAll(() => mailbox.close());

const assign = (to: MemberActor, body = "اسأل <b>الوزارة</b>") =>
  addNote(
    team.editor,
    addNoteInput.parse({ commitmentId: team.commitments[0]?.id, body, datedOn: "2020-02-01", assigneeId: to.memberId }),
  );
const reads = (actor: MemberActor, language: string | null) =>
  database().member.update({ where: { id: actor.memberId }, data: { language } });
const mail = () => mailNotifications(team.workspaceId);
const waitingJobs = () => database().$queryRaw<{ after: Date; made: Date }[]>`
  SELECT start_after AS after, created_on AS made FROM pgboss.job
  WHERE name = 'mail-notifications' AND data->>'workspaceId' = ${team.workspaceId}`;

test("what one has not read comes in one mail, in Arabic where no language is known, each with its address", async () => {
  await assign(team.analyst);
  await assign(team.analyst, "ثانية");
  await mail();
  expect(mailbox.received).toHaveLength(1);
  const { to, subject, text, html } = mailbox.last();
  expect(to).toBe(await emailOf(team.analyst));
  expect(subject).toBe("إشعاران جديدان من فريق «فريق المتابعة»");
  expect(html).toContain('<html lang="ar" dir="rtl">');
  for (const { id } of (await listNotifications(team.analyst)).notifications) {
    expect(text).toContain(`http://localhost:3000/ar/notifications/${id}`);
  }
  expect(text).toContain("كلّفك \u2068Édith Éditrice\u2069 بمتابعة");
  expect(html, "what people wrote is text, never markup").toContain("اسأل &lt;b&gt;الوزارة&lt;/b&gt;");
  expect(text, "and how to end it").toContain("http://localhost:3000/ar/settings#mail");
});

test("the mail is in the language that the member reads in", async () => {
  await reads(team.analyst, "fr");
  await assign(team.analyst);
  await mail();
  expect(mailbox.last().subject).toBe("1 nouvelle notification de فريق المتابعة");
  expect(mailbox.last().text).toContain("vous a confié un suivi");
  expect(mailbox.last().html).toContain('<html lang="fr" dir="ltr">');
});

test("a job is asked for with the change itself, a minute later, and only for those who want mail at once", async () => {
  await chooseMail(team.admin, { mailChoice: "DAILY" });
  await assign(team.admin);
  expect(await waitingJobs()).toEqual([]);
  await assign(team.analyst);
  const [job] = await waitingJobs();
  expect(job && job.after.getTime() - job.made.getTime()).toBeGreaterThan(55_000);
});

test("nothing is mailed twice, nor what was read, nor to those who want no mail or have left", async () => {
  await assign(team.analyst);
  await Promise.all([mail(), mail()]);
  await mail();
  expect(mailbox.received).toHaveLength(1);

  await chooseMail(team.reader, { mailChoice: "NEVER" });
  for (const actor of [team.analyst, team.reader, team.admin]) await assign(actor);
  await markAllRead(team.analyst);
  await database().member.update({ where: { id: team.admin.memberId }, data: { removedAt: new Date() } });
  await mail();
  await mailDigests();
  expect(mailbox.received).toHaveLength(1);
});

test("what the mail server refuses is not lost: the job fails, and the next attempt sends it", async () => {
  const complaint = vi.spyOn(log(), "error").mockImplementation(() => {});
  const address = await emailOf(team.analyst);
  const move = (email: string) => database().user.update({ where: { id: team.analyst.userId }, data: { email } });
  await move(`refused-${address}`);
  await assign(team.analyst);
  await assign(team.admin);
  await expect(mail()).rejects.toThrow("not taken");
  expect(complaint).toHaveBeenCalled();
  complaint.mockRestore();
  expect(mailbox.received.map(({ to }) => to)).toEqual([await emailOf(team.admin)]);
  await move(address);
  await mail();
  expect(mailbox.received.map(({ to }) => to)).toEqual([await emailOf(team.admin), address]);
});

test("once a day, in the morning, what had come by then", async () => {
  await chooseMail(team.analyst, { mailChoice: "DAILY" });
  await assign(team.analyst);
  await database().notification.updateMany({
    where: { memberId: team.analyst.memberId },
    data: { at: new Date("2026-03-09T14:00:00Z") },
  });
  const counts: number[] = [];
  for (const hour of ["09T15:07", "10T04:07", "10T05:07", "10T06:07", "11T05:07"]) {
    await mailDigests(new Date(`2026-03-${hour}:00Z`));
    counts.push(mailbox.received.length);
  }
  expect(counts).toEqual([0, 0, 1, 1, 1]);
  await mail();
  expect(mailbox.received, "and never at once").toHaveLength(1);
});

test("a long list is cut, and says how many there are", async () => {
  await reads(team.analyst, "en");
  for (let count = 1; count <= 22; count += 1) await assign(team.analyst, `${count}`);
  await mail();
  const { text, subject } = mailbox.last();
  expect(subject).toContain("22 new notifications");
  expect(text.match(/\/en\/notifications\//g)).toHaveLength(20);
});

test("a member who was removed hears nothing even of what waited", async () => {
  await assign(team.analyst);
  await removeMember(team.admin, { memberId: team.analyst.memberId });
  await mail();
  expect(mailbox.received).toEqual([]);
});
