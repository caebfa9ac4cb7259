namespace ServerlessParty.Storage.Tables;

/// <summary>What happens to stored properties that the written row does not name.</summary>
public enum TableUpdateMode
{
    /// <summary>They stay.</summary>
    Merge = 0,

    /// <summary>They are removed.</summary>
    Replace = 1,
}
