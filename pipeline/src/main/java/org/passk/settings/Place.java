package org.passk.settings;

import com.typesafe.config.ConfigOrigin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the texts of a study something stands.
 *
 * @param file the name of the text, as shown to people
 * @param line the line, from 1, or 0 for a source without lines (an environment variable, an override)
 */
record Place(String file, int line) {
    /** The name of the defaults. Nothing that a user writes stands there. */
    static final String DEFAULTS = "reference.conf of passk";

    /** The name of the overrides of the command line. */
    static final String OVERRIDE = "--set";

    private static final String MERGED = "merge of ";
    private static final Pattern DESCRIPTION = Pattern.compile("(.*?)(?:: ([0-9]+)(?:-[0-9]+)?)?", Pattern.DOTALL);

    /**
     * The place of a value. An object that several texts contribute to stands where the first line of the user's own
     * contribution is.
     *
     * @param studyFile the name of the study file, whose first line stands for what only the defaults mention
     */
    static Place of(ConfigOrigin origin, String studyFile) {
        String description = origin.description();
        if (!description.startsWith(MERGED)) {
            Place place = parse(description);
            return place.file.equals(DEFAULTS) ? new Place(studyFile, 1) : place;
        }
        Place best = new Place(studyFile, 1);
        boolean found = false;
        for (String part : description.substring(MERGED.length()).split(",", -1)) {
            Place place = parse(part);
            if (!found && place.line > 0 && !place.file.equals(DEFAULTS)) {
                best = place;
                found = true;
            }
        }
        return best;
    }

    private static Place parse(String description) {
        Matcher matcher = DESCRIPTION.matcher(description);
        if (!matcher.matches() || matcher.group(2) == null) {
            return new Place(description, 0);
        }
        String file = matcher.group(1);
        return file.equals(OVERRIDE) ? new Place(file, 0) : new Place(file, Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
