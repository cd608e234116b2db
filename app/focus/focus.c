/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/focus/focus.h"

#include "app/dossier/remap.h"
#include "app/focus/focus_private.h"
#include "app/focus/relevance.h"
#include "app/focus/selection_history.h"

/* All that is copied from one focus to another. */
typedef struct
{
  DemDossier *dossier; /* owned */
  DemSelectionHistory *history; /* owned; its present entry is the selection */
  DemPeriod view;
  DemPeriod period;
  gboolean unlinked;
  guint32 scenario;
  guint32 perspective;
  guint32 viewpoint;
  char *query; /* owned */
  char *note;  /* owned: an id */
  GArray *trials; /* owned */
} DemFocusValue;

struct _DemFocus
{
  GObject parent_instance;

  DemFocusValue value;
  DemRelevance *relevance; /* of the present selection and viewpoint, made on demand */
  gboolean showing_note;   /* the selection that changes is the note's */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (DemFocus, dem_focus, G_TYPE_OBJECT)

static gboolean
period_equal (DemPeriod a, DemPeriod b)
{
  return a.first == b.first && a.last == b.last;
}

static void
emit_changed (DemFocus *self, guint what)
{
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION | DEM_FOCUS_VIEWPOINT))
    g_clear_pointer (&self->relevance, dem_relevance_unref);
  if ((what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION)) != 0 && !self->showing_note && self->value.note != NULL)
    {
      g_clear_pointer (&self->value.note, g_free);
      what |= DEM_FOCUS_NOTE;
    }
  if (what != 0)
    g_signal_emit (self, changed_signal, 0, what);
}

static DemPeriod
get_span (DemFocus *self)
{
  return self->value.dossier != NULL ? dem_dossier_get_span (self->value.dossier) : DEM_PERIOD_ALL;
}

/* ---- The dossier ---- */

DemDossier *
dem_focus_get_dossier (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), NULL);

  return self->value.dossier;
}

static void
reset (DemFocus *self, DemDossier *dossier)
{
  DemFocusValue *value = &self->value;

  g_set_object (&value->dossier, dossier);
  g_clear_pointer (&value->history, dem_selection_history_free);
  value->history = dem_selection_history_new ();
  value->view = value->period = get_span (self);
  value->unlinked = FALSE;
  value->scenario = value->perspective = value->viewpoint = DEM_NO_INDEX;
  g_clear_pointer (&value->query, g_free);
  g_clear_pointer (&value->note, g_free);
  g_array_set_size (value->trials, 0);
}

void
dem_focus_open (DemFocus *self, DemDossier *dossier)
{
  g_return_if_fail (DEM_IS_FOCUS (self));
  g_return_if_fail (dossier == NULL || DEM_IS_DOSSIER (dossier));

  reset (self, dossier);
  emit_changed (self, DEM_FOCUS_ALL);
}

static guint32
remap_index (guint32 index, DemKind kind, DemDossier *from, DemDossier *to)
{
  if (index == DEM_NO_INDEX)
    return DEM_NO_INDEX;
  return dem_ref_remap ((DemRef){ kind, index }, from, to).index;
}

void
dem_focus_swap (DemFocus *self, DemDossier *dossier)
{
  DemFocusValue *value = &self->value;
  g_autoptr (DemDossier) old = NULL;
  gboolean whole;

  g_return_if_fail (DEM_IS_FOCUS (self));
  g_return_if_fail (DEM_IS_DOSSIER (dossier));

  if (value->dossier == NULL)
    {
      dem_focus_open (self, dossier);
      return;
    }
  whole = dem_focus_period_is_whole (self);
  old = g_steal_pointer (&value->dossier);
  value->dossier = g_object_ref (dossier);
  dem_selection_history_remap (value->history, old, dossier);
  value->scenario = remap_index (value->scenario, DEM_KIND_SCENARIO, old, dossier);
  value->perspective = remap_index (value->perspective, DEM_KIND_ACTOR, old, dossier);
  value->viewpoint = remap_index (value->viewpoint, DEM_KIND_ACTOR, old, dossier);
  dem_trials_remap (value->trials, old, dossier);
  /* Who was looking at everything still does when the file came to cover more. */
  if (whole)
    value->view = value->period = get_span (self);
  self->showing_note = TRUE; /* as before */
  emit_changed (self, DEM_FOCUS_ALL);
  self->showing_note = FALSE;
}

void
dem_focus_copy_from (DemFocus *self, DemFocus *other)
{
  DemFocusValue *to = &self->value, *from = &other->value;
  guint what = 0;

  g_return_if_fail (DEM_IS_FOCUS (self));
  g_return_if_fail (DEM_IS_FOCUS (other));

  if (g_set_object (&to->dossier, from->dossier))
    what |= DEM_FOCUS_DOSSIER;
  if (!dem_selection_history_equal (to->history, from->history))
    {
      dem_selection_history_free (to->history);
      to->history = dem_selection_history_copy (from->history);
      what |= DEM_FOCUS_SELECTION | DEM_FOCUS_HISTORY;
    }
  if (!period_equal (to->view, from->view))
    what |= DEM_FOCUS_VIEW;
  if (!period_equal (to->period, from->period) || to->unlinked != from->unlinked)
    what |= DEM_FOCUS_PERIOD;
  if (to->scenario != from->scenario)
    what |= DEM_FOCUS_SCENARIO;
  if (to->perspective != from->perspective)
    what |= DEM_FOCUS_PERSPECTIVE;
  if (to->viewpoint != from->viewpoint)
    what |= DEM_FOCUS_VIEWPOINT;
  if (g_strcmp0 (to->query, from->query) != 0)
    what |= DEM_FOCUS_QUERY;
  if (dem_trials_copy (to->trials, from->trials))
    what |= DEM_FOCUS_TRIALS;
  to->view = from->view;
  to->period = from->period;
  to->unlinked = from->unlinked;
  to->scenario = from->scenario;
  to->perspective = from->perspective;
  to->viewpoint = from->viewpoint;
  g_free (to->query);
  to->query = g_strdup (from->query);
  if (g_strcmp0 (to->note, from->note) != 0)
    what |= DEM_FOCUS_NOTE;
  g_free (to->note);
  to->note = g_strdup (from->note);
  self->showing_note = TRUE;
  emit_changed (self, what);
  self->showing_note = FALSE;
}

/* ---- Selection and history ---- */

const DemRef *
dem_focus_get_selection (DemFocus *self, guint *n)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  return dem_selection_history_get (self->value.history, n);
}

gboolean
dem_focus_is_selected (DemFocus *self, DemRef ref)
{
  guint n;
  const DemRef *selection = dem_focus_get_selection (self, &n);

  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (selection[i], ref))
      return TRUE;
  return FALSE;
}

void
dem_focus_select_all (DemFocus *self, const DemRef *refs, guint n)
{
  g_return_if_fail (DEM_IS_FOCUS (self));
  g_return_if_fail (self->value.dossier != NULL || n == 0);

  if (dem_selection_history_push (self->value.history, refs, n))
    emit_changed (self, DEM_FOCUS_SELECTION | DEM_FOCUS_HISTORY);
}

void
dem_focus_select (DemFocus *self, DemRef ref)
{
  dem_focus_select_all (self, &ref, dem_ref_is_none (ref) ? 0 : 1);
}

const char *
dem_focus_get_note (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), NULL);

  return self->value.note;
}

void
dem_focus_show_note (DemFocus *self, const char *note, const DemRef *refs, guint n)
{
  guint what = 0;

  g_return_if_fail (DEM_IS_FOCUS (self));
  g_return_if_fail (self->value.dossier != NULL);

  if (dem_selection_history_push (self->value.history, refs, n))
    what |= DEM_FOCUS_SELECTION | DEM_FOCUS_HISTORY;
  if (g_strcmp0 (self->value.note, note) != 0)
    what |= DEM_FOCUS_NOTE;
  g_free (self->value.note);
  self->value.note = g_strdup (note);
  self->showing_note = TRUE;
  emit_changed (self, what);
  self->showing_note = FALSE;
}

void
dem_focus_clear_selection (DemFocus *self)
{
  dem_focus_select_all (self, NULL, 0);
}

void
dem_focus_toggle (DemFocus *self, DemRef ref)
{
  guint n;
  const DemRef *selection;
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (DemRef));

  g_return_if_fail (DEM_IS_FOCUS (self));

  if (dem_ref_is_none (ref))
    return;
  selection = dem_focus_get_selection (self, &n);
  for (guint i = 0; i < n; i++)
    if (!dem_ref_equal (selection[i], ref))
      g_array_append_val (refs, selection[i]);
  if (refs->len == n)
    g_array_append_val (refs, ref);
  dem_focus_select_all (self, (const DemRef *) (gconstpointer) refs->data, refs->len);
}

gboolean
dem_focus_can_go_back (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), FALSE);

  return dem_selection_history_can_step (self->value.history, -1);
}

gboolean
dem_focus_can_go_forward (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), FALSE);

  return dem_selection_history_can_step (self->value.history, 1);
}

static void
step (DemFocus *self, int by)
{
  g_return_if_fail (DEM_IS_FOCUS (self));

  if (dem_selection_history_step (self->value.history, by))
    emit_changed (self, DEM_FOCUS_SELECTION | DEM_FOCUS_HISTORY);
}

void
dem_focus_go_back (DemFocus *self)
{
  step (self, -1);
}

void
dem_focus_go_forward (DemFocus *self)
{
  step (self, 1);
}

DemRelevance *
dem_focus_get_relevance (DemFocus *self)
{
  guint n;
  const DemRef *selection;

  g_return_val_if_fail (DEM_IS_FOCUS (self), NULL);
  g_return_val_if_fail (self->value.dossier != NULL, NULL);

  if (self->relevance == NULL)
    {
      selection = dem_focus_get_selection (self, &n);
      self->relevance = dem_relevance_new (self->value.dossier, selection, n, self->value.viewpoint);
    }
  return self->relevance;
}

/* ---- Time ---- */

DemPeriod
dem_focus_get_view (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), DEM_PERIOD_ALL);

  return self->value.view;
}

DemPeriod
dem_focus_get_period (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), DEM_PERIOD_ALL);

  return self->value.period;
}

gboolean
dem_focus_period_is_whole (DemFocus *self)
{
  DemPeriod span = get_span (self);
  DemPeriod period = dem_focus_get_period (self);

  return period.first <= span.first && period.last >= span.last;
}

gboolean
dem_focus_period_is_linked (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), TRUE);

  return !self->value.unlinked;
}

static void
change_time (DemFocus *self, DemPeriod view, DemPeriod period, gboolean unlinked)
{
  DemFocusValue *value = &self->value;
  guint what = 0;

  if (!period_equal (value->view, view))
    what |= DEM_FOCUS_VIEW;
  if (!period_equal (value->period, period) || value->unlinked != unlinked)
    what |= DEM_FOCUS_PERIOD;
  value->view = view;
  value->period = period;
  value->unlinked = unlinked;
  emit_changed (self, what);
}

void
dem_focus_set_view (DemFocus *self, DemPeriod view)
{
  g_return_if_fail (DEM_IS_FOCUS (self));
  g_return_if_fail (view.first <= view.last);

  change_time (self, view, self->value.unlinked ? self->value.period : view, self->value.unlinked);
}

/* A period that the view doesn't reach would be set without being seen: the view widens. */
void
dem_focus_set_period (DemFocus *self, DemPeriod period)
{
  DemPeriod view;

  g_return_if_fail (DEM_IS_FOCUS (self));
  g_return_if_fail (period.first <= period.last);

  view = self->value.view;
  if (dem_day_is_finite (period.first) && dem_day_is_finite (period.last))
    view = (DemPeriod){ MIN (view.first, period.first), MAX (view.last, period.last) };
  change_time (self, view, period, TRUE);
}

void
dem_focus_clear_period (DemFocus *self)
{
  DemPeriod span;

  g_return_if_fail (DEM_IS_FOCUS (self));

  span = self->value.unlinked ? self->value.view : get_span (self);
  change_time (self, span, span, FALSE);
}

DemDay
dem_focus_get_moment (DemFocus *self)
{
  DemDay today, last;

  g_return_val_if_fail (DEM_IS_FOCUS (self), 0);
  g_return_val_if_fail (self->value.dossier != NULL, 0);

  today = dem_dossier_get_today (self->value.dossier);
  last = self->value.period.last;
  return dem_day_is_finite (last) ? MIN (last, today) : today;
}

/* ---- Scenario, perspective, query ---- */

guint32
dem_focus_get_scenario (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), DEM_NO_INDEX);

  return self->value.scenario;
}

void
dem_focus_set_scenario (DemFocus *self, guint32 scenario)
{
  g_return_if_fail (DEM_IS_FOCUS (self));

  if (self->value.scenario == scenario)
    return;
  self->value.scenario = scenario;
  emit_changed (self, DEM_FOCUS_SCENARIO);
}

guint32
dem_focus_get_perspective (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), DEM_NO_INDEX);

  return self->value.perspective;
}

void
dem_focus_set_perspective (DemFocus *self, guint32 actor)
{
  g_return_if_fail (DEM_IS_FOCUS (self));

  if (self->value.perspective == actor)
    return;
  self->value.perspective = actor;
  emit_changed (self, DEM_FOCUS_PERSPECTIVE);
}

guint32
dem_focus_get_viewpoint (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), DEM_NO_INDEX);

  return self->value.viewpoint;
}

void
dem_focus_set_viewpoint (DemFocus *self, guint32 actor)
{
  g_return_if_fail (DEM_IS_FOCUS (self));

  if (self->value.viewpoint == actor)
    return;
  self->value.viewpoint = actor;
  emit_changed (self, DEM_FOCUS_VIEWPOINT);
}

const char *
dem_focus_get_query (DemFocus *self)
{
  g_return_val_if_fail (DEM_IS_FOCUS (self), NULL);

  return self->value.query;
}

void
dem_focus_set_query (DemFocus *self, const char *query)
{
  g_return_if_fail (DEM_IS_FOCUS (self));

  if (query != NULL && *query == '\0')
    query = NULL;
  if (g_strcmp0 (self->value.query, query) == 0)
    return;
  g_free (self->value.query);
  self->value.query = g_strdup (query);
  emit_changed (self, DEM_FOCUS_QUERY);
}

gboolean
dem_focus_clear_last (DemFocus *self)
{
  guint n;
  const DemRef *selection;

  g_return_val_if_fail (DEM_IS_FOCUS (self), FALSE);

  selection = dem_focus_get_selection (self, &n);
  if (self->value.scenario != DEM_NO_INDEX)
    dem_focus_set_scenario (self, DEM_NO_INDEX);
  else if (!dem_focus_period_is_whole (self))
    dem_focus_clear_period (self);
  else if (self->value.viewpoint != DEM_NO_INDEX)
    dem_focus_set_viewpoint (self, DEM_NO_INDEX);
  else if (self->value.perspective != DEM_NO_INDEX)
    dem_focus_set_perspective (self, DEM_NO_INDEX);
  else if (self->value.note != NULL)
    dem_focus_show_note (self, NULL, NULL, 0);
  else if (n > 0)
    dem_focus_toggle (self, selection[n - 1]);
  else
    return FALSE;
  return TRUE;
}

gboolean
dem_focus_can_clear_last (DemFocus *self)
{
  guint n;

  g_return_val_if_fail (DEM_IS_FOCUS (self), FALSE);

  dem_focus_get_selection (self, &n);
  return n > 0 || self->value.note != NULL || self->value.scenario != DEM_NO_INDEX || self->value.viewpoint != DEM_NO_INDEX
         || self->value.perspective != DEM_NO_INDEX
         || (self->value.dossier != NULL && !dem_focus_period_is_whole (self));
}

GArray *
dem_focus_peek_trials (DemFocus *self)
{
  return self->value.trials;
}

/* ---- The object ---- */

static void
dem_focus_finalize (GObject *object)
{
  DemFocus *self = DEM_FOCUS (object);

  g_clear_pointer (&self->relevance, dem_relevance_unref);
  g_clear_pointer (&self->value.history, dem_selection_history_free);
  g_clear_object (&self->value.dossier);
  g_free (self->value.query);
  g_free (self->value.note);
  g_array_unref (self->value.trials);
  G_OBJECT_CLASS (dem_focus_parent_class)->finalize (object);
}

static void
dem_focus_class_init (DemFocusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_focus_finalize;

  changed_signal = g_signal_new ("changed", DEM_TYPE_FOCUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_UINT);
}

static void
dem_focus_init (DemFocus *self)
{
  self->value.trials = g_array_new (FALSE, FALSE, sizeof (DemAssumption));
  reset (self, NULL);
}

DemFocus *
dem_focus_new (void)
{
  return g_object_new (DEM_TYPE_FOCUS, NULL);
}
