using System.Net.Http.Json;

namespace ServerlessParty.Tests.Support;

/// <summary>A province with one cell that owes its rating, made over the API as a program would.</summary>
internal static class OwingProvince
{
    private const string Tree = """
        id,name,kind,parentId,secretaryName,secretaryEmail
        t-1,Đảng bộ tỉnh Mẫu,Provincial,,Trần Thị Hoa,hoa@example.org
        t-2,Chi bộ bản Nà Luông,Cell,t-1,Lò Văn Minh,minh@example.org
        """;

    public static async Task OweRatingAsync(this HttpClient client, DateOnly opensOn, DateOnly dueOn)
    {
        (await client.PostAsync("/api/organizations/import", new StringContent(Tree, null, "text/csv"))).EnsureSuccessStatusCode();
        object[] steps = [new { kind = "rating.organization", unitKinds = new[] { "Cell" }, opensOn, dueOn }];
        var year = $"/api/campaigns/{dueOn.Year}";
        (await client.PutAsJsonAsync(year, new { name = "Đợt thử", ruleSet = "366-2025", steps })).EnsureSuccessStatusCode();
        (await client.PostAsync(year + "/open", null)).EnsureSuccessStatusCode();
    }
}
