// New passwords that others would try first are refused wherever one is set.
import { expect, test } from "vitest";
import { refuseEasyPassword } from "@/server/auth/easy-passwords";
import { database } from "@/server/database";
import { acceptInvitation, sendInvitation } from "@/server/invitations";
import { changePassword } from "@/server/sessions";
import { makeTeam, password } from "../../cast";

const person = { name: "Layla Haddad", email: "layla@example.org" };
const refused = { code: "invalid", detail: { fields: { password: "easy_password" } } };

test.each(["password1234", "123456789012", "qwertyuiop12", "aaaaaaaaaaaa", "Passw0rd!Passw0rd!", "شششششششششششش"])(
  "%s is easy",
  (easy) => expect(refuseEasyPassword(easy, person)).rejects.toMatchObject(refused),
);

test("so are one's own name and address", async () => {
  await expect(refuseEasyPassword("layla@example.org", person)).rejects.toMatchObject(refused);
  await expect(refuseEasyPassword("layla haddad", person)).rejects.toMatchObject(refused);
});

test.each([password, "كلمة سر طويلة كفاية", "correct horse battery"])("%s is not", (good) =>
  expect(refuseEasyPassword(good, person)).resolves.toBeUndefined(),
);

test("an account is not made with one, and the link stays good; nor is a password changed to one", async () => {
  const team = await makeTeam();
  const { token } = await sendInvitation(team.admin, { email: "new@example.org", role: "ANALYST", locale: "ar" });
  await expect(acceptInvitation({ token, name: "New", password: "password1234" })).rejects.toMatchObject(refused);
  expect(await database().user.count({ where: { email: "new@example.org" } })).toBe(0);
  await acceptInvitation({ token, name: "New", password });
  const change = { currentPassword: password, password: "password1234" };
  await expect(changePassword(team.analyst, change)).rejects.toMatchObject(refused);
});
