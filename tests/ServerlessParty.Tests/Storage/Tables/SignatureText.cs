using System.Reflection;
using System.Runtime.CompilerServices;

namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>Writes a public member as a line: types without namespaces, nullable annotations left out.</summary>
internal static class SignatureText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(byte)] = "byte",
    };

    public static IEnumerable<string> MembersOf(Type type)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var lines = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {(int)Enum.Parse(type, name)}")
            : type.GetConstructors(Declared).Select(maker => $"{type.Name}({Parameters(maker)})")
                .Concat(type.GetProperties(Declared).Select(Property))
                .Concat(type.GetMethods(Declared).Where(IsWritten).Select(Method));
        return lines.Select(line => $"{type.Name}: {line}");
    }

    // What the compiler adds to a record, and what every type has, is no signature of the package.
    private static bool IsWritten(MethodInfo method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && !(method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        && method.Name != nameof(ToString);

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var setter = property.SetMethod is { IsPublic: true } ? " set;" : "";
        return $"{Static(property.GetMethod!)}{Name(property.PropertyType)} {name} {{ get;{setter} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generics = method.GetGenericArguments();
        var name = generics.Length == 0 ? method.Name : $"{method.Name}<{string.Join(", ", generics.Select(Name))}>";
        var signature = $"{Static(method)}{Name(method.ReturnType)} {name}({Parameters(method)})";
        return signature + string.Concat(generics.Select(Constraint));
    }

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Constraint(Type generic)
    {
        var isClass = generic.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
        var constraints = (isClass ? new[] { "class" } : []).Concat(generic.GetGenericParameterConstraints().Select(Name)).ToList();
        return constraints.Count == 0 ? "" : $" where {generic.Name} : {string.Join(", ", constraints)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {Default(parameter)}" : text;
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null when parameter.ParameterType.IsValueType => "default",
        null => "null",
        var value when parameter.ParameterType.IsEnum => $"{parameter.ParameterType.Name}.{Enum.ToObject(parameter.ParameterType, value)}",
        var value => $"{value}",
    };

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : Keywords.GetValueOrDefault(type, type.Name);
    }
}
