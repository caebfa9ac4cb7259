namespace ServerlessParty.Access;

/// <summary>Finds out who is asking. A bearer token counts alone; then the unit cookie, which only <c>/u</c> receives; then the session.</summary>
internal sealed class Callers(OperatorToken operatorToken, IGrants grants, UnitCookie unitCookie)
{
    /// <summary>The subject of an operator's session.</summary>
    public const string OperatorSubject = "operator";

    private static readonly Caller Operator = new(Role.Operator, "operator", null);

    public async Task<Caller?> IdentifyAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization;
        if (authorization.Count > 0)
        {
            return OfBearer(authorization.ToString());
        }

        return await unitCookie.ReadAsync(context) ?? await OfSessionAsync(context);
    }

    private Caller? OfBearer(string authorization)
    {
        const string Prefix = "Bearer ";
        return authorization.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && operatorToken.Matches(authorization[Prefix.Length..].Trim()) ? Operator : null;
    }

    private async Task<Caller?> OfSessionAsync(HttpContext context)
    {
        var subject = await Session.SubjectAsync(context);
        if (subject is null or OperatorSubject)
        {
            return subject is not null && operatorToken.IsOn ? Operator : null;
        }

        return (await grants.FindAsync(subject, context.RequestAborted))?.ToCaller();
    }
}
