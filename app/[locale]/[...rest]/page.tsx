// Catches every unknown address, so that the not-found page is ours and alive.
import { notFound } from "next/navigation";

export default function UnknownAddress() {
  notFound();
}
