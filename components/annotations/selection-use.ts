"use client";
// What else a page makes of words that are selected in its text: one more button in the bar beside them.
import { createContext, type ReactNode, use } from "react";
import type { Stretch } from "./passage-dom";

export type SelectionUse = { label: string; icon: ReactNode; onChoose: (stretches: readonly Stretch[]) => void };

const Here = createContext<SelectionUse | null>(null);

export const SelectionUseProvider = Here.Provider;
export const useSelectionUse = () => use(Here);
