// Links and navigation that keep the reader's language in the address.
import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

export const { Link, usePathname, useRouter, getPathname } = createNavigation(routing);
