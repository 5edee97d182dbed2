// The list of parties: editors keep it, others see it.
import type { Metadata } from "next";
import Form from "next/form";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { AddOrganisation } from "@/components/parties/add-organisation";
import { FoundStates } from "@/components/parties/found-states";
import { PartyList } from "@/components/parties/party-list";
import { Num } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { stateSearch } from "@/domain/party";
import { may } from "@/domain/permissions";
import { tagWords } from "@/domain/tag-terms";
import { collator } from "@/i18n/formats";
import { isLocale } from "@/i18n/locales";
import { getPathname } from "@/i18n/navigation";
import { requireActor } from "@/server/auth/session";
import { searchCountries } from "@/server/countries";
import { listParties } from "@/server/parties";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("parties"))("manage.title") };
}

export default async function ManagePartiesPage({ params, searchParams }: PageProps<"/[locale]/parties/manage">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { state } = stateSearch.parse(await searchParams);
  const actor = await requireActor(locale);
  const [parties, t] = await Promise.all([listParties(actor), getTranslations("parties")]);
  const mayManage = may(actor, "party:manage");
  const { compare } = collator(locale);
  const sorted = parties.sort((one, other) => compare(tagWords(one.name, locale), tagWords(other.name, locale)));
  const onList = new Set(parties.flatMap(({ code, isRemoved }) => (code && !isRemoved ? [code] : [])));
  const found = state
    ? searchCountries(state, locale).map(({ code, name }) => ({ code, name: name[locale], isOnList: onList.has(code) }))
    : [];
  return (
    <Messages namespaces={["forms", "refusals", "parties", "scales"]}>
      <Page
        width="reading"
        above={
          <Breadcrumbs
            label={t("crumbs")}
            crumbs={[{ label: t("title"), href: "/parties" }, { label: t("manage.title") }]}
          />
        }
        title={t("manage.title")}
        lead={<p>{t(mayManage ? "manage.explanation" : "manage.editorsOnly")}</p>}
      >
        {mayManage && (
          <Section id="state" title={t("manage.addState")}>
            <Form
              key={state ?? ""}
              role="search"
              aria-label={t("manage.addState")}
              action={getPathname({ href: "/parties/manage", locale })}
              scroll={false}
              className="flex flex-wrap items-end gap-3"
            >
              <TextField
                label={t("manage.search")}
                hint={t("manage.searchHint")}
                name="state"
                type="search"
                defaultValue={state}
                required={false}
                maxLength={60}
                autoComplete="off"
                data-search=""
                className="min-w-56 flex-1"
              />
              <Button type="submit">{t("manage.find")}</Button>
            </Form>
            {state && <FoundStates states={found} />}
          </Section>
        )}
        {mayManage && (
          <Section id="organisation" title={t("manage.addOrganisation")}>
            <AddOrganisation />
          </Section>
        )}
        <Section
          id="parties"
          title={t("manage.list")}
          count={<Num value={sorted.filter((each) => !each.isRemoved).length} />}
        >
          <PartyList parties={sorted} mayManage={mayManage} />
        </Section>
      </Page>
    </Messages>
  );
}
