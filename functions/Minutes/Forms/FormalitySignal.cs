namespace ServerlessParty.Minutes.Forms;

/// <summary>Something about minutes that a reviewer may want to look at. Advice, never a refusal.</summary>
/// <param name="Code">A stable word: <c>date.missing</c>, <c>text.sameAsLastMonth</c>.</param>
/// <param name="Values">What the sentence of that code is filled with, in its order.</param>
public sealed record FormalitySignal(string Code, IReadOnlyList<string> Values);
