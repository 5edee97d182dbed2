// Settings from outside: sensible without any, refused in a sentence that names the wrong one.

import { describe, expect, test } from "vitest";
import { parseSettings } from "@/env";

describe("parseSettings", () => {
  test("needs nothing, and takes an empty value for none", () => {
    const wanted = {
      DATA_DIR: "./data",
      PORT: 3000,
      BASE_URL: "http://localhost:3000",
      WORKER: "inside",
      FETCHABLE_HOSTS: [],
      S3: null,
      S3_REGION: "us-east-1",
      LOG_LEVEL: "warn",
      SLOW_QUERY_MS: 500,
      BACKUP_KEEP: 7,
      NODE_ENV: "development",
    };
    expect(parseSettings({})).toEqual(wanted);
    expect(parseSettings({ PORT: "", SMTP_URL: " ", ILTIZAM_SECRET: "" })).toEqual(wanted);
  });

  test("makes the public address from the port unless it is given", () => {
    expect(parseSettings({ PORT: "8080" }).BASE_URL).toBe("http://localhost:8080");
    expect(parseSettings({ BASE_URL: "https://Iltizam.example.org/" }).BASE_URL).toBe("https://iltizam.example.org");
  });

  test("reads header names without regard to case", () => {
    expect(parseSettings({ TRUSTED_PROXY_HEADER: "X-Real-IP" }).TRUSTED_PROXY_HEADER).toBe("x-real-ip");
  });

  test.each([
    ["DATABASE_URL", "mysql://localhost/x"],
    ["LOG_LEVEL", "loud"],
    ["SLOW_QUERY_MS", "soon"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "localhost"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "3000x"],
    ["BASE_URL", "iltizam.example.org"],
    ["BASE_URL", "https://example.org/iltizam"],
    ["BASE_URL", "javascript:alert(1)"],
    ["ILTIZAM_SECRET", "x".repeat(31)],
    ["SMTP_URL", "mail.example.org"],
    ["MAIL_FROM", "nobody"],
    ["TRUSTED_PROXY_HEADER", "X-Real-IP, X-Forwarded-For"],
    ["S3_ENDPOINT", "s3.example.org"],
    ["S3_BUCKET", "../other"],
    ["BACKUP_KEEP", "0"],
    ["BACKUP_KEEP", "all"],
  ])("refuses %s=%s by name", (name, value) => {
    expect(() => parseSettings({ [name]: value })).toThrow(new RegExp(`^Iltizam cannot start: ${name} must`));
  });

  test("refuses a mail server without a sender", () => {
    expect(() => parseSettings({ SMTP_URL: "smtp://localhost" })).toThrow("MAIL_FROM must be set when SMTP_URL is set");
  });

  test("takes a store that speaks S3 whole or not at all", () => {
    const whole = {
      S3_ENDPOINT: "https://s3.example.org",
      S3_BUCKET: "iltizam",
      S3_ACCESS_KEY_ID: "key",
      S3_SECRET_ACCESS_KEY: "secret",
    };
    expect(parseSettings(whole).S3).toEqual({
      endpoint: "https://s3.example.org",
      bucket: "iltizam",
      region: "us-east-1",
      accessKeyId: "key",
      secretAccessKey: "secret",
    });
    expect(() => parseSettings({ ...whole, S3_BUCKET: "" })).toThrow("S3_BUCKET must be set when another S3 setting");
  });
});
