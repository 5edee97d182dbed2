"use client";
// The kit's fields, each showing the refusal of the form around it.
import type { ComponentProps } from "react";
import * as choice from "../ui/choice";
import * as dates from "../ui/date-field";
import * as kit from "../ui/field";
import { useRefusal } from "./action-form";

export function TextField(props: kit.TextFieldProps) {
  const refusal = useRefusal(props.name);
  return <kit.TextField {...props} error={props.error ?? refusal} />;
}

export function TextArea(props: kit.TextAreaProps) {
  const refusal = useRefusal(props.name);
  return <kit.TextArea {...props} error={props.error ?? refusal} />;
}

export function SelectField(props: kit.SelectFieldProps) {
  const refusal = useRefusal(props.name);
  return <kit.SelectField {...props} error={props.error ?? refusal} />;
}

export function DateField(props: dates.DateFieldProps) {
  const refusal = useRefusal(props.name);
  return <dates.DateField {...props} error={props.error ?? refusal} />;
}

export function RadioList(props: choice.RadioListProps) {
  const refusal = useRefusal(props.name);
  return <choice.RadioList {...props} error={props.error ?? refusal} />;
}

export function Checkbox(props: ComponentProps<typeof choice.Checkbox>) {
  const refusal = useRefusal(props.name);
  return <choice.Checkbox {...props} error={props.error ?? refusal} />;
}
