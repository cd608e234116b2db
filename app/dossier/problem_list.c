/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/problem_list.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DemProblem *problem;
  guint32 offset;
} Found;

static void
clear_found (gpointer found)
{
  dem_problem_free (((Found *) found)->problem);
}

DemProblemList *
dem_problem_list_new (void)
{
  DemProblemList *list = g_new0 (DemProblemList, 1);

  list->found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_array_set_clear_func (list->found, clear_found);
  return list;
}

void
dem_problem_list_free (DemProblemList *list)
{
  if (list == NULL)
    return;
  g_array_unref (list->found);
  g_free (list);
}

gboolean
dem_problem_list_has_room (DemProblemList *list)
{
  if (list->found->len < DEM_MAX_PROBLEMS)
    return TRUE;
  list->n_more++;
  return FALSE;
}

void
dem_problem_list_add (DemProblemList *list, DemProblem *problem, guint32 offset)
{
  Found found = { problem, offset };

  g_array_append_val (list->found, found);
}

void
dem_problem_list_merge (DemProblemList *list, DemProblemList *other)
{
  gsize n;
  g_autofree Found *found = g_array_steal (other->found, &n);

  if (n > 0)
    g_array_append_vals (list->found, found, (guint) n);
  list->n_more += other->n_more;
  other->n_more = 0;
}

DemProblemMark
dem_problem_list_mark (const DemProblemList *list)
{
  return (DemProblemMark){ list->found->len, list->n_more };
}

void
dem_problem_list_rewind (DemProblemList *list, DemProblemMark mark)
{
  g_array_set_size (list->found, mark.n_found);
  list->n_more = mark.n_more;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  guint32 offset_a = ((const Found *) a)->offset;
  guint32 offset_b = ((const Found *) b)->offset;

  return (offset_a > offset_b) - (offset_a < offset_b);
}

static DemProblem *
tell_of_more (guint n)
{
  DemProblem *problem = g_new0 (DemProblem, 1);

  problem->severity = DEM_SEVERITY_WARNING;
  problem->code = "more-problems";
  problem->message
      = g_strdup_printf (ngettext ("%u more problem is not listed. Mend the listed ones first.",
                                   "%u more problems are not listed. Mend the listed ones first.", n),
                         n);
  problem->pointer = g_strdup ("");
  return problem;
}

void
dem_problem_list_finish (DemProblemList *list, const char *text, gsize size, GPtrArray *problems)
{
  DemJsonPlace place = DEM_JSON_PLACE_INIT;
  gsize n;
  g_autofree Found *found = NULL;

  g_array_sort (list->found, compare_found);
  if (list->found->len > DEM_MAX_PROBLEMS)
    {
      list->n_more += list->found->len - DEM_MAX_PROBLEMS;
      g_array_set_size (list->found, DEM_MAX_PROBLEMS);
    }
  found = g_array_steal (list->found, &n);
  for (gsize i = 0; i < n; i++)
    {
      dem_json_place_advance (&place, text, size, found[i].offset);
      found[i].problem->line = place.line;
      found[i].problem->column = place.column;
      g_ptr_array_add (problems, found[i].problem);
    }
  if (list->n_more > 0)
    g_ptr_array_add (problems, tell_of_more (list->n_more));
}
