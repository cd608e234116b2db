/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/cruxes.h"

#include "app/argument/draws.h"
#include "app/argument/probe.h"

#define NOTHING 1e-9 /* changes below are none */
#define STANDS 0.5

struct _DemCruxes
{
  gatomicrefcount references;
  DemEvaluation *evaluation;
  guint32 target;
  DemBounds band;
  GArray *claims;  /* DemCrux */
  GArray *sources; /* DemCrux */
};

/* A crux while it is looked into. */
typedef struct
{
  DemCrux crux;
  GArray *rejection; /* DemFix */
  DemBand *band;     /* (nullable): only the first are measured */
} Candidate;

static Candidate *
candidate_new (DemRef ref)
{
  Candidate *self = g_new0 (Candidate, 1);

  self->crux.ref = ref;
  self->crux.rejected = self->crux.accepted = NAN;
  self->crux.band = DEM_BOUNDS_NONE;
  self->rejection = g_array_new (FALSE, FALSE, sizeof (DemFix));
  return self;
}

static void
candidate_free (Candidate *self)
{
  g_array_unref (self->rejection);
  g_free (self->band);
  g_free (self);
}

static void
candidate_add (Candidate *self, guint32 claim)
{
  g_array_append_val (self->rejection, ((DemFix){ claim, DEM_STRENGTH_REJECTED }));
  self->crux.n_claims++;
}

static DemBounds
reject (Candidate *self, DemProbe *probe)
{
  return dem_probe_ask (probe, (const DemFix *) self->rejection->data, self->rejection->len);
}

static gboolean
matters (const DemCrux *crux)
{
  return !(fabs (crux->rejected) < NOTHING)
         || (crux->ref.kind == DEM_KIND_CLAIM && !(fabs (crux->accepted) < NOTHING));
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const DemCrux *first = &(*(Candidate *const *) a)->crux;
  const DemCrux *second = &(*(Candidate *const *) b)->crux;
  int order = dem_change_compare (first->rejected, second->rejected);

  if (order == 0)
    order = dem_change_compare (first->accepted, second->accepted);
  return order != 0 ? order : dem_ref_compare (first->ref, second->ref);
}

/* Whether a claim may be a crux: the target depends on it, and is another one. */
static gboolean
is_candidate (DemCruxes *self, DemProbe *probe, guint32 claim)
{
  return claim != self->target && dem_probe_is_relevant (probe, claim);
}

static GPtrArray *
propose_claims (DemCruxes *self, DemProbe *probe)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  guint n = dem_dossier_count (dem_evaluation_get_dossier (self->evaluation), DEM_KIND_CLAIM);

  for (guint32 i = 0; i < n; i++)
    if (is_candidate (self, probe, i))
      {
        g_ptr_array_add (candidates, candidate_new (DEM_REF (CLAIM, i)));
        candidate_add (g_ptr_array_index (candidates, candidates->len - 1), i);
      }
  return candidates;
}

/* The one source that a claim cites, or DEM_NO_INDEX when it cites none or several. */
static guint32
get_only_source (DemDossier *dossier, guint32 claim)
{
  const DemItem *item = &dem_dossier_claim (dossier, claim)->item;

  for (guint32 i = 1; i < item->n_cites; i++)
    if (item->cites[i].source != item->cites[0].source)
      return DEM_NO_INDEX;
  return item->n_cites > 0 ? item->cites[0].source : DEM_NO_INDEX;
}

static GPtrArray *
propose_sources (DemCruxes *self, DemProbe *probe)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  DemDossier *dossier = dem_evaluation_get_dossier (self->evaluation);
  g_autofree Candidate **by_source = g_new0 (Candidate *, dem_dossier_count (dossier, DEM_KIND_SOURCE));

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    {
      guint32 source = get_only_source (dossier, i);

      if (source == DEM_NO_INDEX || !is_candidate (self, probe, i))
        continue;
      if (by_source[source] == NULL)
        {
          by_source[source] = candidate_new (DEM_REF (SOURCE, source));
          g_ptr_array_add (candidates, by_source[source]);
        }
      candidate_add (by_source[source], i);
    }
  return candidates;
}

/* Chooses those of which the band is to be known. */
static void
choose_measured (GPtrArray *candidates, double now)
{
  guint n_chosen = 0;

  for (guint i = 0; i < candidates->len && n_chosen < DEM_CRUXES_MEASURED; i++)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);

      if (now < STANDS || !(now + candidate->crux.rejected < STANDS))
        continue;
      candidate->band = g_new0 (DemBand, 1);
      n_chosen++;
    }
}

/* How the target changes with each, sorted. FALSE when cancelled. */
static gboolean
weigh (GPtrArray *candidates, DemProbe *probe, GCancellable *cancellable, GError **error)
{
  double now = dem_bounds_get_middle (dem_probe_get_now (probe));

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);
      DemCrux *crux = &candidate->crux;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      crux->rejected = dem_bounds_get_middle (reject (candidate, probe)) - now;
      if (crux->ref.kind == DEM_KIND_CLAIM)
        {
          DemFix acceptance = { crux->ref.index, DEM_STRENGTH_ACCEPTED };

          crux->accepted = dem_bounds_get_middle (dem_probe_ask (probe, &acceptance, 1)) - now;
        }
    }
  g_ptr_array_sort (candidates, compare_candidates);
  choose_measured (candidates, now);
  return TRUE;
}

static void
draw_for_each (GPtrArray *candidates, DemProbe *probe)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->band != NULL)
        dem_band_add (candidate->band, reject (candidate, probe));
    }
}

/* The bands of the target and of the first in both lists. FALSE when cancelled. */
static gboolean
measure (DemCruxes *self,
         DemProbe *probe,
         GPtrArray *claims,
         GPtrArray *sources,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (DemDraws) draws = dem_draws_new (self->evaluation);
  DemBand band = { 0 };

  for (guint i = 0; i < DEM_N_DRAWS; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      dem_probe_vary (probe, dem_draws_make (draws, i));
      dem_band_add (&band, dem_probe_get_now (probe));
      draw_for_each (claims, probe);
      draw_for_each (sources, probe);
    }
  if (!isnan (dem_evaluation_get (self->evaluation, DEM_REF (CLAIM, self->target)).strength))
    self->band = dem_band_get (&band);
  return TRUE;
}

static void
keep (GArray *cruxes, GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);
      DemCrux *crux = &candidate->crux;

      if (candidate->band != NULL)
        crux->band = dem_band_get (candidate->band);
      crux->is_decisive = crux->band.high < STANDS;
      if (matters (crux))
        g_array_append_val (cruxes, *crux);
    }
}

static gboolean
look_into (DemCruxes *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (DemProbe) probe = dem_probe_new (self->evaluation, self->target);
  g_autoptr (GPtrArray) claims = propose_claims (self, probe);
  g_autoptr (GPtrArray) sources = propose_sources (self, probe);

  if (!weigh (claims, probe, cancellable, error) || !weigh (sources, probe, cancellable, error)
      || !measure (self, probe, claims, sources, cancellable, error))
    return FALSE;
  keep (self->claims, claims);
  keep (self->sources, sources);
  return TRUE;
}

DemCruxes *
dem_cruxes_new (DemEvaluation *evaluation, guint32 target, GCancellable *cancellable, GError **error)
{
  g_autoptr (DemCruxes) self = NULL;

  g_return_val_if_fail (evaluation != NULL, NULL);
  g_return_val_if_fail (target < dem_dossier_count (dem_evaluation_get_dossier (evaluation), DEM_KIND_CLAIM),
                        NULL);

  self = g_new0 (DemCruxes, 1);
  g_atomic_ref_count_init (&self->references);
  self->evaluation = dem_evaluation_ref (evaluation);
  self->target = target;
  self->band = DEM_BOUNDS_NONE;
  self->claims = g_array_new (FALSE, FALSE, sizeof (DemCrux));
  self->sources = g_array_new (FALSE, FALSE, sizeof (DemCrux));
  if (dem_evaluation_get (evaluation, DEM_REF (CLAIM, target)).status != DEM_STATUS_ABSENT
      && !look_into (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What a worker is given. */
typedef struct
{
  DemEvaluation *evaluation;
  guint32 target;
} Question;

static void
question_free (Question *self)
{
  dem_evaluation_unref (self->evaluation);
  g_free (self);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  DemCruxes *cruxes = dem_cruxes_new (question->evaluation, question->target, cancellable, &error);

  if (cruxes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, cruxes, (GDestroyNotify) dem_cruxes_unref);
}

void
dem_cruxes_new_async (DemEvaluation *evaluation,
                      guint32 target,
                      GCancellable *cancellable,
                      GAsyncReadyCallback done,
                      gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (evaluation != NULL);
  g_return_if_fail (target < dem_dossier_count (dem_evaluation_get_dossier (evaluation), DEM_KIND_CLAIM));

  question = g_new0 (Question, 1);
  question->evaluation = dem_evaluation_ref (evaluation);
  question->target = target;
  task = g_task_new (NULL, cancellable, done, data);
  g_task_set_source_tag (task, dem_cruxes_new_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, work);
}

DemCruxes *
dem_cruxes_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DemCruxes *
dem_cruxes_ref (DemCruxes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_cruxes_unref (DemCruxes *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  dem_evaluation_unref (self->evaluation);
  g_array_unref (self->claims);
  g_array_unref (self->sources);
  g_free (self);
}

DemEvaluation *
dem_cruxes_get_evaluation (DemCruxes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->evaluation;
}

guint32
dem_cruxes_get_target (DemCruxes *self)
{
  g_return_val_if_fail (self != NULL, DEM_NO_INDEX);

  return self->target;
}

DemBounds
dem_cruxes_get_band (DemCruxes *self)
{
  g_return_val_if_fail (self != NULL, DEM_BOUNDS_NONE);

  return self->band;
}

const DemCrux *
dem_cruxes_get_claims (DemCruxes *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->claims->len;
  return (const DemCrux *) self->claims->data;
}

const DemCrux *
dem_cruxes_get_sources (DemCruxes *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->sources->len;
  return (const DemCrux *) self->sources->data;
}
