"use client";
// Light, dark or as the device says; kept in a cookie so that the server draws the right one at once.
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "./button";
import { Menu, MenuRadio } from "./menu";
import { type Theme, themeCookie } from "./theme";

export interface ThemeToggleProps {
  theme: Theme;
  labels: { label: string; system: string; light: string; dark: string };
}

const icons = { system: Monitor, light: Sun, dark: Moon };

export function ThemeToggle({ theme: initial, labels }: ThemeToggleProps) {
  const [theme, setTheme] = useState(initial);
  const Icon = icons[theme];

  function choose(next: Theme) {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox.
    document.cookie = `${themeCookie}=${next}; path=/; max-age=31536000; samesite=lax`;
  }

  return (
    <Menu
      trigger={
        <IconButton label={`${labels.label}: ${labels[theme]}`}>
          <Icon aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuRadio
        label={labels.label}
        value={theme}
        onValueChange={choose}
        options={(["light", "dark", "system"] as const).map((value) => {
          const Each = icons[value];
          return { value, label: labels[value], icon: <Each aria-hidden="true" /> };
        })}
      />
    </Menu>
  );
}
