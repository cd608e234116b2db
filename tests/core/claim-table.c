/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the table of claims: cells, order, filter; and how fast ten thousand are sorted. */

#include "app/argument/claim_table.h"
#include "app/exchange/csv.h"
#include "tests/support/argument.h"

static const char members[]
    = "'sources': [{'id': 'paper', 'type': 'article', 'title': 'Paper', 'paragraphs': 12}],"
      "'actors': [{'id': 'a', 'name': 'Ann Other', 'label': 'Other', 'kind': 'person'},"
      "           {'id': 'b', 'name': 'Bland', 'kind': 'state'}],"
      "'relations': [{'id': 'r', 'from': 'b', 'to': 'a', 'kind': 'trade'}],"
      "'events': [{'id': 'e', 'title': 'The attack', 'when': '1990'}],"
      "'scenarios': [{'id': 's', 'title': 'Suppose', 'assume': {'pro': 0.9}}]";

static const char lines[]
    = "t | 'kind': 'thesis'\n"
      "pro 0.5 | 'by': 'b', 'kind': 'fact', 'about': ['r', 'e'], 'cites': [{'source': 'paper', 'locator': '10'}]\n"
      "con 0.4 | 'by': 'a', 'label': 'Ecologié', 'basis': 'reading', 'cites': [{'source': 'paper', 'locator': '2'}]\n"
      "concon 0.3\n"
      "breaks 0.2 | 'basis': 'background'\n"
      "loose 0.6\n"
      "only | 'scenarios': ['s']\n"
      "i: pro supports t\n"
      "j: con attacks t\n"
      "k: concon attacks con\n"
      "l: breaks undercuts i";

typedef struct
{
  DemDossier *dossier;
  DemEvaluation *before, *after;
  DemClaimTable *table;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dossier = open_argument (lines, members);
  f->before = dem_evaluation_new (f->dossier, NULL);
  f->after = dem_evaluation_new (f->dossier, &(DemWhatIf){ .scenario = 0 });
  f->table = dem_claim_table_new (f->dossier);
  dem_claim_table_set_evaluation (f->table, f->before, f->before);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  dem_claim_table_free (f->table);
  dem_evaluation_unref (f->before);
  dem_evaluation_unref (f->after);
  g_assert_finalize_object (f->dossier);
}

static void
assert_cell (Fixture *f, const char *id, DemColumn column, const char *expected)
{
  g_autofree char *cell = dem_claim_table_dup_cell (f->table, column, find_index (f->dossier, id));

  g_assert_cmpstr (cell, ==, expected);
}

static void
test_cells (Fixture *f, gconstpointer data)
{
  assert_cell (f, "pro", DEM_COLUMN_CLAIM, "pro");
  assert_cell (f, "con", DEM_COLUMN_CLAIM, "Ecologié");
  assert_cell (f, "pro", DEM_COLUMN_KIND, "Fact");
  assert_cell (f, "con", DEM_COLUMN_WHO, "Other");
  assert_cell (f, "loose", DEM_COLUMN_WHO, "");
  assert_cell (f, "pro", DEM_COLUMN_STRENGTH, "0.50");
  assert_cell (f, "pro", DEM_COLUMN_CHANGE, "");
  assert_cell (f, "con", DEM_COLUMN_BASIS, "our reading");
  assert_cell (f, "pro", DEM_COLUMN_PARAGRAPHS, "¶10");
  assert_cell (f, "pro", DEM_COLUMN_ACTORS, "Other, Bland");
  assert_cell (f, "pro", DEM_COLUMN_EVENTS, "The attack");
  assert_cell (f, "only", DEM_COLUMN_STRENGTH, "");
  dem_claim_table_set_evaluation (f->table, f->after, f->before);
  assert_cell (f, "pro", DEM_COLUMN_STRENGTH, "0.90");
  assert_cell (f, "pro", DEM_COLUMN_CHANGE, "0.50 → 0.90");
  assert_cell (f, "loose", DEM_COLUMN_CHANGE, "");
  assert_cell (f, "only", DEM_COLUMN_STRENGTH, "0.50");
}

static void
test_sides (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *id;
    DemSign side;
  } rows[] = { { "t", DEM_SIGN_THESIS },   { "pro", DEM_SIGN_FOR },        { "con", DEM_SIGN_AGAINST },
               { "concon", DEM_SIGN_FOR }, { "breaks", DEM_SIGN_AGAINST }, { "loose", DEM_SIGN_NONE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (dem_claim_table_get_side (f->table, find_index (f->dossier, rows[i].id)), ==, rows[i].side);
}

typedef struct
{
  DemClaimTable *table;
  DemColumn column;
} Order;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  int result = dem_claim_table_compare (order->table, order->column, *(const guint32 *) a, *(const guint32 *) b);

  g_assert_cmpint (result > 0, ==,
                   dem_claim_table_compare (order->table, order->column, *(const guint32 *) b, *(const guint32 *) a) < 0);
  return result;
}

static void
test_order (Fixture *f, gconstpointer data)
{
  /* Equal ones stay in the order of the file. */
  static const char *const expected[DEM_N_COLUMNS] = {
    [DEM_COLUMN_CLAIM] = "breaks concon con loose only pro t",
    [DEM_COLUMN_KIND] = "t con concon breaks loose only pro",
    [DEM_COLUMN_SIDE] = "t pro concon con breaks loose only",
    [DEM_COLUMN_WHO] = "pro con t concon breaks loose only",
    [DEM_COLUMN_STRENGTH] = "breaks con concon t only loose pro",
    [DEM_COLUMN_CHANGE] = "con concon breaks loose t pro only",
    [DEM_COLUMN_BASIS] = "t pro concon loose only con breaks",
    [DEM_COLUMN_PARAGRAPHS] = "con pro t concon breaks loose only",
    [DEM_COLUMN_ACTORS] = "pro t con concon breaks loose only",
    [DEM_COLUMN_EVENTS] = "pro t con concon breaks loose only",
  };
  guint n = dem_dossier_count (f->dossier, DEM_KIND_CLAIM);

  dem_claim_table_set_evaluation (f->table, f->after, f->before);
  for (guint column = 0; column < DEM_N_COLUMNS; column++)
    {
      g_autofree guint32 *claims = g_new (guint32, n);
      g_autoptr (GString) ids = g_string_new (NULL);
      Order order = { f->table, column };

      for (guint32 i = 0; i < n; i++)
        claims[i] = i;
      g_qsort_with_data (claims, (int) n, sizeof *claims, compare, &order);
      for (guint32 i = 0; i < n; i++)
        g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", dem_dossier_claim (f->dossier, claims[i])->item.id);
      g_test_message ("%s", dem_column_get_title (column));
      g_assert_cmpstr (ids->str, ==, expected[column]);
    }
}

static void
assert_matches (Fixture *f, DemClaimFilter filter, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint32 i = 0; i < dem_dossier_count (f->dossier, DEM_KIND_CLAIM); i++)
    if (dem_claim_table_matches (f->table, &filter, i))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", dem_dossier_claim (f->dossier, i)->item.id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static DemClaimFilter
with_words (const char *words)
{
  DemClaimFilter filter = DEM_CLAIM_FILTER_NONE;

  filter.words = (char *) words;
  return filter;
}

static DemClaimFilter
with (guint32 kind, guint32 who, guint32 basis, guint32 side)
{
  return (DemClaimFilter){ NULL, kind, who, basis, side };
}

static void
test_filter (Fixture *f, gconstpointer data)
{
  const guint32 any = DEM_FILTER_ANY;

  assert_matches (f, DEM_CLAIM_FILTER_NONE, "t pro con concon breaks loose");
  assert_matches (f, with_words ("CON"), "con concon");
  assert_matches (f, with_words ("ECOLOGIÉ"), "con");
  assert_matches (f, with_words ("ecologie\xcc\x81"), "con");
  assert_matches (f, with_words ("other con"), "con");
  assert_matches (f, with_words ("con  zzz"), "");
  assert_matches (f, with (DEM_CLAIM_FACT, any, any, any), "pro");
  assert_matches (f, with (any, find_index (f->dossier, "a"), any, any), "con");
  assert_matches (f, with (any, DEM_FILTER_NOBODY, any, any), "t concon breaks loose");
  assert_matches (f, with (any, any, DEM_BASIS_BACKGROUND, any), "breaks");
  assert_matches (f, with (any, any, any, DEM_SIGN_FOR), "pro concon");
  assert_matches (f, with (DEM_CLAIM_CLAIM, any, DEM_BASIS_SOURCE, DEM_SIGN_AGAINST), "");
  dem_claim_table_set_evaluation (f->table, f->after, f->before);
  assert_matches (f, with_words ("only"), "only");
}

static void
test_tsv (Fixture *f, gconstpointer data)
{
  static const DemColumn columns[] = { DEM_COLUMN_KIND, DEM_COLUMN_CLAIM, DEM_COLUMN_WHO, DEM_N_COLUMNS };
  g_autoptr (GString) tsv = g_string_new (NULL);

  dem_tsv_add_text (tsv, "a\tb\nc");
  dem_tsv_add_text (tsv, "=1");
  dem_tsv_add_text (tsv, "\t=1");
  dem_tsv_end_line (tsv);
  dem_claim_table_write (f->table, columns, find_index (f->dossier, "con"), dem_tsv_add_text, tsv);
  dem_tsv_end_line (tsv);
  dem_claim_table_write (f->table, columns, find_index (f->dossier, "loose"), dem_tsv_add_text, tsv);
  dem_tsv_end_line (tsv);
  g_assert_cmpstr (tsv->str, ==, "a b c\t'=1\t' =1\nClaim\tcon\tOther\nClaim\tloose\t\n");
}

#define MANY 10000

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DemDossier) dossier = NULL;
  g_autoptr (DemEvaluation) evaluation = NULL;
  g_autoptr (DemClaimTable) table = NULL;
  g_autofree guint32 *claims = g_new (guint32, MANY);

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "%s{\"id\": \"c%u\", \"kind\": \"claim\", \"text\": \"Claim %u of many\", \"credence\": 0.%u}",
                            i > 0 ? "," : "", i, (i * 7919) % MANY, i % 97);
  g_string_prepend (text, "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:y\", \"title\": \"T\", \"claims\": [");
  g_string_append (text, "]}");
  dossier = open_text (text->str);
  evaluation = dem_evaluation_new (dossier, NULL);
  table = dem_claim_table_new (dossier);
  dem_claim_table_set_evaluation (table, evaluation, evaluation);
  for (guint column = 0; column < DEM_N_COLUMNS; column++)
    {
      Order order = { table, column };
      gint64 start = g_get_monotonic_time ();

      for (guint32 i = 0; i < MANY; i++)
        claims[i] = i;
      g_qsort_with_data (claims, MANY, sizeof *claims, compare, &order);
      g_test_message ("%s: %.1f ms", dem_column_get_title (column), (double) (g_get_monotonic_time () - start) / 1000);
      for (guint32 i = 1; i < MANY; i++)
        g_assert_cmpint (dem_claim_table_compare (table, column, claims[i - 1], claims[i]), <=, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/claim-table/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/claim-table/sides", Fixture, NULL, set_up, test_sides, tear_down);
  g_test_add ("/claim-table/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/claim-table/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/claim-table/tsv", Fixture, NULL, set_up, test_tsv, tear_down);
  g_test_add_func ("/claim-table/many", test_many);
  return g_test_run ();
}
