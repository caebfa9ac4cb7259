using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>Whom a rule has reminded.</summary>
public enum ReminderAudience
{
    /// <summary>The secretary of the unit that owes.</summary>
    Secretary,

    /// <summary>Each deputy of that unit.</summary>
    Deputies,

    /// <summary>The secretary of the unit above.</summary>
    Superior,

    /// <summary>The secretary of the unit above that one: numbers of each branch, since the superior has the list.</summary>
    Upper,
}

/// <summary>On which days around the due day somebody is reminded.</summary>
/// <param name="For">An obligation kind (<c>rating.members</c>) or a family of kinds (<c>rating</c>).</param>
/// <param name="Offsets">Days from the due day, ascending and distinct; a repetition is written out.</param>
/// <param name="Under">Limits the rule to this unit and all below it; null means everywhere.</param>
public sealed record ReminderRule(
    string For, ReminderAudience Audience, IReadOnlyList<int> Offsets, OrganizationId? Under = null)
{
    /// <summary>The farthest a step may lie from its due day, in days.</summary>
    public const int MaxOffset = 366;

    public bool AppliesTo(ObligationKind kind) => For == kind.Value || For == kind.Family;
}
