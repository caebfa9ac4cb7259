namespace ServerlessParty.Access;

/// <summary>How endpoints say what they ask of a caller.</summary>
public static class RequirementExtensions
{
    /// <summary>Open to everybody.</summary>
    public static TBuilder ForEverybody<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Requirement(null, Over.Nothing));

    /// <summary>Needs <paramref name="power"/> over the unit that the route value <paramref name="parameter"/> names.</summary>
    public static TBuilder NeedsUnit<TBuilder>(this TBuilder builder, Power power, string parameter = "id")
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Requirement(power, Over.Unit, parameter));

    /// <summary>Needs <paramref name="power"/> over the branch that the query value names; see <c>HttpContext.Branch()</c>.</summary>
    public static TBuilder NeedsBranch<TBuilder>(this TBuilder builder, Power power, string parameter = "under")
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Requirement(power, Over.Branch, parameter));

    /// <summary>Needs <paramref name="power"/> over anything at all; the endpoint asks for the unit that the body names.</summary>
    public static TBuilder NeedsPower<TBuilder>(this TBuilder builder, Power power)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Requirement(power, Over.Somewhere));

    /// <summary>Needs <paramref name="power"/> over the whole store.</summary>
    public static TBuilder NeedsStore<TBuilder>(this TBuilder builder, Power power)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Requirement(power, Over.Store));
}
