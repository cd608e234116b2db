/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/command_line.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "app/application/evaluate_command.h"
#include "app/application/export_command.h"
#include "app/application/template_command.h"
#include "app/dossier/check.h"

#define EXIT_USAGE 2

typedef struct
{
  gboolean check;
  gboolean evaluate;
  gboolean version;
  char *template;
  DemExportCommand export;
  char **files;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->template);
  g_strfreev (options->files);
  dem_export_command_clear (&options->export);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static GOptionContext *
create_context (Options *options)
{
  DemExportCommand *export = &options->export;
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &options->check, N_ ("Name each fault in the files"), NULL },
    { "evaluate", 0, 0, G_OPTION_ARG_NONE, &options->evaluate, N_ ("Print the strength of each claim as JSON"), NULL },
    { "new", 0, 0, G_OPTION_ARG_FILENAME, &options->template, N_ ("Write a dossier to begin with"), N_ ("FILE") },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &export->out, N_ ("Draw a view of the file: .pdf, .png or .svg; or write outline.md, claims.csv, or brief or report as .pdf, .md or .html, slides or handout as .pdf"), N_ ("OUT") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &export->view, N_ ("Draw map, network, timeline, argument or outline (write outline, claims, brief, report, slides, handout), whatever OUT is called"),
      N_ ("NAME") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &export->period, N_ ("Draw what falls in a period, such as 2016/2017"),
      N_ ("EDTF") },
    { "select", 0, 0, G_OPTION_ARG_STRING, &export->select, N_ ("Draw with these items selected"), N_ ("ID,…") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &export->scenario, N_ ("Draw, or evaluate, under a scenario"), N_ ("ID") },
    { "perspective", 0, 0, G_OPTION_ARG_STRING, &export->perspective, N_ ("Draw how the others stand to an actor"),
      N_ ("ID") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &export->size, N_ ("Width and height in pixels, such as 1200x750"), N_ ("WxH") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &export->group, N_ ("Draw the timeline's events in a lane for each actor or kind"),
      N_ ("actor|kind") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &export->dark, N_ ("Draw in the colours of the dark style"), NULL },
    { "notes", 0, 0, G_OPTION_ARG_NONE, &export->notes, N_ ("Write the speaker’s notes into a handout"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Print the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_ ("[FILE…]") },
    { NULL }
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Shows the actors, the course and the argument of a policy question."));
  g_option_context_set_description (context, _ ("With files and no option, opens each in a window."));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static int
fail (const char *sentence)
{
  g_printerr ("demarche: %s\n", sentence);
  return EXIT_USAGE;
}

/* Which of the commands was asked for; more than one makes no sense. */
static const char *
find_contradiction (const Options *options)
{
  if (options->check + options->evaluate + (options->template != NULL) + (options->export.out != NULL)
          + options->version
      > 1)
    return _ ("Only one of --check, --evaluate, --new, --export and --version can be given.");
  if (options->export.out == NULL && dem_export_command_has_details (&options->export))
    return _ ("--view, --period, --select, --perspective, --size, --group, --dark and --notes belong to --export.");
  if (options->export.out == NULL && !options->evaluate && options->export.scenario != NULL)
    return _ ("--scenario belongs to --export or --evaluate.");
  return NULL;
}

/* The worst of what the files come to. */
static int
run_check (char **files)
{
  int worst = EXIT_SUCCESS;

  if (files == NULL)
    return fail (_ ("--check needs the name of a file."));
  for (char **name = files; *name != NULL; name++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (*name);
      int status = dem_dossier_check_file (file, *name, stdout);

      worst = MAX (worst, status);
    }
  return worst;
}

static int
run_evaluate (const char *scenario, char **files)
{
  g_autoptr (GError) error = NULL;

  if (files == NULL || g_strv_length (files) != 1)
    return fail (_ ("--evaluate needs the name of one dossier."));
  return dem_evaluate_command_run (files[0], scenario, &error) ? EXIT_SUCCESS : fail (error->message);
}

static int
run_template (const char *path, char **files)
{
  g_autoptr (GError) error = NULL;

  if (files != NULL)
    return fail (_ ("--new writes one file."));
  return dem_template_command_run (path, &error) ? EXIT_SUCCESS : fail (error->message);
}

static int
run_export (const DemExportCommand *command, char **files)
{
  g_autoptr (GError) error = NULL;

  if (files == NULL || g_strv_length (files) != 1)
    return fail (_ ("--export needs the name of one dossier."));
  return dem_export_command_run (command, files[0], &error) ? EXIT_SUCCESS : fail (error->message);
}

/* What is left for the windows: the name of the program and the files. */
static void
leave_files (char ***arguments, char **files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, (*arguments)[0]);
  if (files != NULL)
    g_strv_builder_addv (builder, (const char **) files);
  g_strfreev (*arguments);
  *arguments = g_strv_builder_end (builder);
}

gboolean
dem_command_line_run (char ***arguments, int *status)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GOptionContext) context = create_context (&options);
  g_autoptr (GError) error = NULL;
  const char *contradiction;

  g_return_val_if_fail (arguments != NULL && *arguments != NULL && status != NULL, TRUE);

  if (!g_option_context_parse_strv (context, arguments, &error))
    *status = fail (error->message);
  else if ((contradiction = find_contradiction (&options)) != NULL)
    *status = fail (contradiction);
  else if (options.version)
    {
      g_print ("demarche %s\n", DEM_VERSION);
      *status = EXIT_SUCCESS;
    }
  else if (options.check)
    *status = run_check (options.files);
  else if (options.evaluate)
    *status = run_evaluate (options.export.scenario, options.files);
  else if (options.template != NULL)
    *status = run_template (options.template, options.files);
  else if (options.export.out != NULL)
    *status = run_export (&options.export, options.files);
  else
    {
      leave_files (arguments, options.files);
      return FALSE;
    }
  return TRUE;
}
