/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writing JSON by hand, where what others have written has to stay as it is, byte by byte. */

/* Adds a string in its quotes. @text: UTF-8 */
void dem_json_append_string (GString *json, const char *text);

/* Adds a finite number, as short as it can be read back. */
void dem_json_append_number (GString *json, double number);

/* Adds a comma if something is there already since the last opening bracket or brace. */
void dem_json_append_comma (GString *json);

/* Adds a comma where one is needed, a name in its quotes and a colon. */
void dem_json_append_name (GString *json, const char *name);

/* The same with a text as its value; nothing at all for NULL. */
void dem_json_append_member (GString *json, const char *name, const char *text);

/* Adds a comma where one is needed and JSON as it is; nothing at all for NULL. */
void dem_json_append_raw (GString *json, const char *raw);

G_END_DECLS
