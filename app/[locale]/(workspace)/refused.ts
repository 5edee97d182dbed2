// Turns a use case's refusal into the page that says so, with the right HTTP status.
import { forbidden, notFound } from "next/navigation";
import { Refusal } from "@/domain/refusal";

/** What the use case returned; not_found and forbidden become Next's own answers. Await it before anything streams. */
export async function orRefused<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    if (error instanceof Refusal && error.code === "forbidden") forbidden();
    throw error;
  }
}
