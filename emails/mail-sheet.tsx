import { Body, Button, Container, Head, Heading, Html, Link, Preview, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";

const ink = "#1f2a24";
const garden = "#1f6b45";

/** What every mail looks like: a title, a line, a button with its link in full, and why somebody got it. No pictures, no tracking. */
export function MailSheet(props: {
  locale: string;
  title: string;
  hello: string;
  text: string;
  /** What stands between the line and the button. */
  lead?: ReactNode;
  action: string;
  link: string;
  oddLink: string;
  why: string;
  regards: string;
  children?: ReactNode;
}) {
  return (
    <Html lang={props.locale}>
      <Head />
      <Preview>{props.title}</Preview>
      <Body style={{ backgroundColor: "#faf6ee", color: ink, fontFamily: "Verdana, Arial, sans-serif", margin: 0, padding: "24px 0" }}>
        <Container style={{ backgroundColor: "#ffffff", borderRadius: 16, maxWidth: 520, padding: 28 }}>
          <Heading style={{ color: garden, fontSize: 24, lineHeight: "30px", margin: "0 0 16px" }}>{props.title}</Heading>
          <Text style={line}>{props.hello}</Text>
          <Text style={line}>{props.text}</Text>
          {props.lead}
          <Section style={{ margin: "24px 0" }}>
            <Button href={props.link} style={{ backgroundColor: garden, borderRadius: 999, color: "#ffffff", fontSize: 17, fontWeight: 700, padding: "14px 26px" }}>
              {props.action}
            </Button>
          </Section>
          {props.children}
          <Text style={small}>
            {props.oddLink}
            <br />
            <Link href={props.link} style={{ color: garden, wordBreak: "break-all" }}>
              {props.link}
            </Link>
          </Text>
          <Text style={small}>{props.why}</Text>
          <Text style={line}>{props.regards}</Text>
        </Container>
      </Body>
    </Html>
  );
}

const line = { fontSize: 17, lineHeight: "26px", margin: "0 0 14px" };
const small = { color: "#55605a", fontSize: 14, lineHeight: "21px", margin: "0 0 14px" };
