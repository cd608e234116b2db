/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/document_command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/exchange/claims_csv.h"
#include "app/exchange/outline_markdown.h"

static const struct
{
  const char *name;
  const char *ending;
  char *(*write) (DemEvaluation *evaluation, DemEvaluation *before);
} documents[DEM_N_DOCUMENTS] = {
  [DEM_DOCUMENT_OUTLINE] = { "outline", ".md", dem_outline_to_markdown },
  [DEM_DOCUMENT_CLAIMS] = { "claims", ".csv", dem_claims_to_csv },
};

/* Whether "north-korea-claims.csv" is called for what it holds, as pictures are: by its last word. */
static gboolean
is_called (const char *path, const char *name)
{
  g_autofree char *base = g_path_get_basename (path);
  const char *word = base;

  *strrchr (base, '.') = '\0';
  for (const char *c = base; *c != '\0'; c++)
    if (*c == '-' || *c == '_')
      word = c + 1;
  return g_str_equal (word, name);
}

static gboolean
check (const DemExportCommand *command, DemDocument document, GError **error)
{
  const char *name = documents[document].name, *ending = documents[document].ending;

  if (command->view != NULL ? !g_str_equal (command->view, name) : !is_called (command->out, name))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("A file that ends in %s holds the %s: call it %s%s, or give --view %s."), ending, name, name, ending,
                 name);
  else if (command->period != NULL || command->select != NULL || command->size != NULL || command->dark)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("--period, --select, --size and --dark say nothing of a file that ends in %s."), ending);
  else
    return TRUE;
  return FALSE;
}

gboolean
dem_document_command_find (const DemExportCommand *command, DemDocument *document, gboolean *is_document, GError **error)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (command != NULL && command->out != NULL, FALSE);

  lower = g_ascii_strdown (command->out, -1);
  *is_document = FALSE;
  for (guint i = 0; i < DEM_N_DOCUMENTS; i++)
    if (g_str_has_suffix (lower, documents[i].ending))
      {
        *document = i;
        *is_document = TRUE;
      }
  return !*is_document || check (command, *document, error);
}

GBytes *
dem_document_command_render (DemDocument document, DemDossier *dossier, guint32 scenario)
{
  DemWhatIf what_if = DEM_WHAT_IF_NOTHING;
  g_autoptr (DemEvaluation) before = NULL;
  g_autoptr (DemEvaluation) evaluation = NULL;
  char *text;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier) && document < DEM_N_DOCUMENTS, NULL);

  before = dem_evaluation_new (dossier, NULL);
  what_if.scenario = scenario;
  evaluation = scenario != DEM_NO_INDEX ? dem_evaluation_new (dossier, &what_if) : dem_evaluation_ref (before);
  text = documents[document].write (evaluation, before);
  return g_bytes_new_take (text, strlen (text));
}
