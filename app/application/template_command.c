/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/template_command.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define TEMPLATE "/org/demarche/Demarche/template.dossier.json"
#define TEMPLATE_ID "00000000-0000-4000-8000-000000000000"

static gboolean
fail (const char *path, GError *fault, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_set_error (error, G_IO_ERROR, fault->code, _ ("“%s” exists already and is left as it is."), shown);
  else
    g_set_error (error, G_IO_ERROR, fault->code, _ ("“%s” cannot be written: %s"), shown, fault->message);
  return FALSE;
}

/* What the template says, under an id of its own: notes are kept by it. (transfer full) */
static char *
create_text (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (TEMPLATE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *id = g_uuid_string_random ();
  char *text, *place;

  g_assert (bytes != NULL);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  place = strstr (text, TEMPLATE_ID);
  g_assert (place != NULL);
  memcpy (place, id, strlen (id));
  return text;
}

/* The name is taken by an empty file that only one can create, and the text then put in its place as a whole: so
 * nothing is ever overwritten, and nobody sees half of it. */
gboolean
dem_template_command_run (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *text = create_text ();
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) fault = NULL;

  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &fault);
  if (stream == NULL)
    return fail (path, fault, error);
  if (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &fault)
      && g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &fault))
    return TRUE;
  g_file_delete (file, NULL, NULL);
  return fail (path, fault, error);
}
