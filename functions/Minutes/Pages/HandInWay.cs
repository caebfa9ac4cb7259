namespace ServerlessParty.Minutes.Pages;

/// <summary>How minutes are handed in on a page.</summary>
public enum HandInWay
{
    /// <summary>Photos of the pages of a paper, in their order.</summary>
    Photos,

    /// <summary>One file.</summary>
    File,

    /// <summary>The fields of the form, typed in.</summary>
    Form,
}
