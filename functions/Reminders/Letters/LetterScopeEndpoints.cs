using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Letters;

/// <summary>Which letters a caller may see: everybody's who has the power over the whole store, else those of the branch.</summary>
internal sealed class LetterScope(UnitPowers powers, IOrganizations organizations)
{
    /// <param name="unit">Words that a unit is looked for by; null: any unit.</param>
    public async Task<LetterBranch> OfAsync(HttpContext context, Power power, string? unit)
    {
        var isAll = context.Request.Query["under"].ToString().Length == 0
            && await powers.HasOverStoreAsync(context.Caller()!, power, context.RequestAborted);
        return await LetterBranch.ReadAsync(
            organizations, isAll ? null : context.Branch(), unit, context.RequestAborted);
    }
}
