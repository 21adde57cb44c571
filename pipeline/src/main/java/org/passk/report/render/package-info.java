/** Renderings of a report: terminal, Markdown, CSV, JSON. Byte for byte the same for the same report. */
package org.passk.report.render;
