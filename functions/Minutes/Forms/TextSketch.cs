namespace ServerlessParty.Minutes.Forms;

/// <summary>A short summary of a text by which two texts can be compared without keeping either.</summary>
/// <param name="Value">As stored; at most 1,000 characters.</param>
public sealed record TextSketch(string Value);
