/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of reasoning: each has its questions, is found however it is written, and no dossier uses one without. */

#include "app/argument/schemes.h"
#include "tests/support/fixture.h"

static void
test_table (void)
{
  g_autoptr (GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (dem_scheme_count (), >=, 24);
  for (guint i = 0; i < dem_scheme_count (); i++)
    {
      const DemScheme *scheme = dem_scheme_get (i);

      g_test_message ("%s", dem_scheme_get_name (scheme));
      g_assert_true (dem_scheme_find (dem_scheme_get_name (scheme)) == scheme);
      g_assert_cmpuint (dem_scheme_get_n_questions (scheme), >=, 2);
      g_hash_table_remove_all (questions);
      for (guint j = 0; j < dem_scheme_get_n_questions (scheme); j++)
        {
          const char *question = dem_scheme_get_question (scheme, j);

          g_assert_true (g_str_has_suffix (question, "?"));
          g_assert_true (g_hash_table_add (questions, (gpointer) question));
        }
    }
}

static void
test_find (void)
{
  static const struct
  {
    const char *written;
    const char *name; /* NULL: none */
  } rows[] = {
    { "argument from expert opinion", "argument from expert opinion" },
    { "Argument from Expert Opinion", "argument from expert opinion" },
    { "  argument  from expert opinion.", "argument from expert opinion" },
    { "appeal to expert opinions", "argument from expert opinion" },
    { "expert-opinion", "argument from expert opinion" },
    { "expert_opinion", "argument from expert opinion" },
    { "argument from expret opinion", "argument from expert opinion" },
    { "practical reasoning", "argument from practical reasoning" },
    { "argument from practical reasoning", "argument from practical reasoning" },
    { "argument from consequence", "argument from consequences" },
    { "argument from negative consequences", "argument from negative consequences" },
    { "argument from cause to effect", "argument from cause to effect" },
    { "signs", "argument from sign" },
    { "argument from sine", NULL },
    { "ARGUMENT FROM THREATS", "argument from threat" },
    { "slippery slope", "slippery slope argument" },
    { "inference to the best explanation", "argument to the best explanation" },
    { "argument from evidence to hypothesis", "argument from evidence to a hypothesis" },
    { "argument from tea leaves", NULL },
    { "argument", NULL },
    { "", NULL },
    { " - ", NULL },
    { "аргумент", NULL },
  };

  g_assert_null (dem_scheme_find (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DemScheme *scheme = dem_scheme_find (rows[i].written);

      g_test_message ("%s", rows[i].written);
      g_assert_cmpstr (scheme != NULL ? dem_scheme_get_name (scheme) : NULL, ==, rows[i].name);
    }
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (1000000, 'x');

  g_assert_null (dem_scheme_find (name));
}

static void
test_bundled (void)
{
  static const char *const files[]
      = { "../data/dossiers/north-korea-2020.dossier.json", "../data/dossiers/panama-canal-1978.dossier.json" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (DemDossier) dossier = open_fixture (files[i]);

      for (guint j = 0; j < dem_dossier_count (dossier, DEM_KIND_INFERENCE); j++)
        {
          const char *name = dem_dossier_inference (dossier, j)->scheme;

          g_test_message ("%s", name);
          g_assert_true (name == NULL || dem_scheme_find (name) != NULL);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schemes/table", test_table);
  g_test_add_func ("/schemes/find", test_find);
  g_test_add_func ("/schemes/long-name", test_long_name);
  g_test_add_func ("/schemes/bundled", test_bundled);
  return g_test_run ();
}
