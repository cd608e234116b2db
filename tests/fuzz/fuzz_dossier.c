/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/driver.h"

#include "app/dossier/loader.h"

#include <math.h>
#include <string.h>

/* The guard and the reader behind it, as they read any file. */

#define HEAD "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x\",\"title\":\"T\","

const char *const dem_fuzz_seeds[] = {
  HEAD
  "\"today\":\"2020-11-19\",\"created\":\"2020\",\"language\":\"en\",\"summary\":\"\\u00e9\\ud83d\\ude00\"}",
  HEAD "\"sources\":[{\"id\":\"a/"
       "b+c\",\"type\":\"book\",\"title\":\"S\",\"author\":[{\"family\":\"F\",\"given\":\"G\"}],"
       "\"issued\":{\"date-parts\":[[2020,1,2],[\"2021\"]]},\"URL\":\"https://"
       "x\",\"paragraphs\":[{\"summary\":\"p\"},{}]},"
       "{\"id\":\"s\",\"paragraphs\":4,\"issued\":{\"raw\":\"1950~\"}}],"
       "\"places\":[{\"id\":\"p\",\"name\":\"P\",\"lat\":1.5,\"lon\":-2e1,\"country\":\"no\",\"cites\":[{"
       "\"source\":\"s\","
       "\"locator\":\"1-2, 4\"},{\"source\":\"a/b+c\",\"label\":\"page\",\"locator\":\"7\"}]}]}",
  HEAD
  "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"state\",\"territory\":[\"NO\"],\"when\":\"1990/..\"},"
  "{\"id\":\"b\",\"name\":\"B\",\"kind\":\"person\",\"part_of\":\"a\"},{\"id\":\"c\",\"part_of\":\"b\"}],"
  "\"pairs\":[{\"between\":[\"b\",\"a\"],\"id\":\"q\"}],"
  "\"relations\":[{\"id\":\"r\",\"from\":\"a\",\"to\":\"b\",\"kind\":\"war\",\"directed\":true,\"stance\":-1,"
  "\"strength\":0.5,\"when\":\"2000\",\"events\":[\"e\"]},{\"id\":\"r2\",\"from\":\"c\",\"to\":\"b\","
  "\"kind\":\"k\"}],"
  "\"events\":[{\"id\":\"e\",\"title\":\"E\",\"actors\":[\"a\",\"b\"],\"importance\":1,\"tags\":[\"t\"]}]}",
  HEAD "\"actors\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"claims\":[{\"id\":\"k\",\"text\":\"K\",\"kind\":"
       "\"thesis\",\"by\":\"a\","
       "\"about\":[\"a\",\"b+a\"],\"credence\":0.5},{\"id\":\"l\",\"text\":\"L\",\"kind\":\"fact\","
       "\"scenarios\":[\"z\"]}],"
       "\"inferences\":[{\"id\":\"i\",\"kind\":\"supports\",\"from\":[\"l\"],\"to\":\"k\",\"weight\":1,"
       "\"needs\":{\"before\":"
       "[{\"item\":\"a\"},{\"date\":\"2010\"}],\"during\":[{\"date\":\"2010\"},{\"date\":\"2010/2012\"}]}},"
       "{\"id\":\"j\",\"kind\":\"undercuts\",\"from\":[\"k\",\"l\"],\"to\":\"i\"},"
       "{\"id\":\"m\",\"kind\":\"undercuts\",\"from\":[\"k\"],\"to\":\"m\"}],"
       "\"scenarios\":[{\"id\":\"z\",\"title\":\"Z\",\"assume\":{\"k\":0.1}}],"
       "\"briefing\":{\"title\":\"B\",\"stops\":[{\"id\":\"t\",\"headline\":\"H\",\"stage\":\"map\","
       "\"select\":[\"k\",\"a+b\"],"
       "\"window\":\"2000/"
       "..\",\"scenario\":\"z\",\"perspective\":\"a\",\"camera\":{\"fit\":[\"a\"],\"lat\":1}}]}}",
  "{\"a\":[1,-2.5e3,\"x\",true,false,null],\"b\":{\"c\":[[[]]]}}",
  NULL,
};

static void
assert_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
assert_ref (DemDossier *dossier, DemRef ref)
{
  g_assert_cmpuint (ref.kind, >, DEM_KIND_NONE);
  g_assert_cmpuint (ref.kind, <, DEM_N_KINDS);
  g_assert_cmpuint (ref.index, <, dem_dossier_count (dossier, ref.kind));
}

static void
assert_cites (DemDossier *dossier, const DemItem *item)
{
  for (guint i = 0; i < item->n_cites; i++)
    {
      const DemCite *cite = &item->cites[i];

      assert_ref (dossier, DEM_REF (SOURCE, cite->source));
      assert_text (cite->locator);
      g_assert_nonnull (cite->label);
      if (cite->paragraph != DEM_NO_INDEX)
        g_assert_cmpuint (dem_dossier_paragraph (dossier, cite->paragraph)->source, ==, cite->source);
    }
}

/* What holds of every item: it has a name and a label, its id finds it, and its links are in order and in
 * range. */
static void
assert_item (DemDossier *dossier, DemRef ref)
{
  const DemItem *item = dem_dossier_get_item (dossier, ref);
  g_autofree char *name = dem_dossier_dup_name (dossier, ref);
  g_autofree char *label = dem_dossier_dup_label (dossier, ref);
  DemRef found = dem_dossier_find (dossier, item->id);
  guint n;
  const DemRef *links = dem_dossier_backlinks (dossier, ref, &n);

  assert_text (name);
  assert_text (label);
  g_assert_cmpuint (strlen (name), >, 0);
  g_assert_cmpuint (strlen (label), >, 0);
  /* A source may call itself like a paragraph of another one, or like a pair; then it goes first. */
  g_assert_true (dem_ref_equal (found, ref) || ref.kind == DEM_KIND_PARAGRAPH || ref.kind == DEM_KIND_PAIR);
  assert_text (item->summary);
  assert_cites (dossier, item);
  for (guint i = 0; i < n; i++)
    {
      assert_ref (dossier, links[i]);
      if (i > 0)
        g_assert_cmpint (dem_ref_compare (links[i - 1], links[i]), <, 0);
    }
  dem_dossier_exists_in (dossier, ref, 0);
}

static void
assert_numbers (DemDossier *dossier)
{
  for (guint i = 0; i < dem_dossier_count (dossier, DEM_KIND_PLACE); i++)
    g_assert_true (fabs (dem_dossier_place (dossier, i)->latitude) <= 90
                   && fabs (dem_dossier_place (dossier, i)->longitude) <= 180);
  for (guint i = 0; i < dem_dossier_count (dossier, DEM_KIND_RELATION); i++)
    {
      const DemRelation *relation = dem_dossier_relation (dossier, i);

      g_assert_true (isnan (relation->stance) || fabs (relation->stance) <= 1);
      assert_ref (dossier, DEM_REF (PAIR, relation->pair));
      g_assert_cmpuint (relation->from, !=, relation->to);
    }
  for (guint i = 0; i < dem_dossier_count (dossier, DEM_KIND_INFERENCE); i++)
    {
      const DemInference *inference = dem_dossier_inference (dossier, i);

      g_assert_cmpuint (inference->n_from, >, 0);
      g_assert_cmpuint (inference->to.kind, ==,
                        inference->kind == DEM_INFERENCE_UNDERCUTS ? DEM_KIND_INFERENCE : DEM_KIND_CLAIM);
      assert_ref (dossier, inference->to);
    }
  for (guint i = 0; i < dem_dossier_count (dossier, DEM_KIND_PAIR); i++)
    dem_dossier_stance_at (dossier, i, DEM_DAY_AFTER_ALL, DEM_NO_INDEX);
}

/* Nobody is a part of himself, however long the way. */
static void
assert_no_circle (DemDossier *dossier)
{
  guint n = dem_dossier_count (dossier, DEM_KIND_ACTOR);

  for (guint i = 0; i < n; i++)
    {
      guint32 at = i;

      for (guint step = 0; at != DEM_NO_INDEX; step++)
        {
          g_assert_cmpuint (step, <=, n);
          at = dem_dossier_actor (dossier, at)->part_of;
        }
    }
}

static void
assert_problems (GPtrArray *problems, gboolean opened)
{
  gboolean has_error = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const DemProblem *problem = problems->pdata[i];

      assert_text (problem->message);
      assert_text (problem->item);
      assert_text (problem->pointer);
      g_assert_nonnull (problem->code);
      g_assert_cmpint (problem->line > 0 && problem->column > 0, ==,
                       strcmp (problem->code, "more-problems") != 0);
      has_error = has_error || problem->severity == DEM_SEVERITY_ERROR;
    }
  g_assert_cmpint (has_error, ==, !opened);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "fuzz");
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, NULL);
  DemPeriod span;

  assert_problems (dem_loader_get_problems (loader), dossier != NULL);
  if (dossier == NULL)
    return 0;
  span = dem_dossier_get_span (dossier);
  g_assert_true (dem_day_is_finite (span.first) && dem_day_is_finite (span.last) && span.first <= span.last);
  g_assert_true (dem_day_is_finite (dem_dossier_get_today (dossier)));
  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    for (guint i = 0; i < dem_dossier_count (dossier, kind); i++)
      assert_item (dossier, (DemRef){ kind, i });
  assert_numbers (dossier);
  assert_no_circle (dossier);
  return 0;
}
